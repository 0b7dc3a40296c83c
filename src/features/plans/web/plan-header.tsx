import { formatDate, formatDateRange, formatDay, formatInstant } from '../../../platform/i18n/format.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import type { PlanView, Saver, ShownStudyRight } from './api.ts'
import styles from './plan.module.css'
import { readingTexts, texts } from './texts.ts'

/** Of what this plan is, whether it is approved, and how fresh it is. */
export function PlanHeader({ view }: { readonly view: PlanView }) {
  const t = useTexts(texts)
  const say = useTexts(readingTexts)
  const { language } = useLanguage()
  const saver = useSaverName()
  const total = view.qualification?.totalPoints
  const name = pickName(view.qualification?.names, language)
  const { version } = view
  // A name and no amount: no spaces between its digits.
  const hoksId = String(view.hoksId)
  const time = formatInstant(view.savedAt, language)
  return (
    <div className={styles.head}>
      <div className={styles.headMain}>
        <p className={styles.qualification}>
          {name === undefined ? t('unknown') : <span lang={name.language}>{name.text}</span>}
          {total === undefined ? null : (
            <span className={styles.headPoints}> {t('head.points', { count: total })}</span>
          )}
        </p>
        <p>
          {t('head.studyRight')}: <StudyRightLine right={view.studyRight} />
        </p>
        <p className={styles.quiet}>{say('saved', { version, time, name: saver(view.savedBy), hoksId })}</p>
      </div>
      <div className={styles.states}>
        <Approval view={view} />
      </div>
    </div>
  )
}

/** Where the plan stands: approved as it is, changed since, or never approved here. */
function Approval({ view }: { readonly view: PlanView }) {
  const t = useTexts(readingTexts)
  const { language } = useLanguage()
  const { approvedAt, approvedVersion, version, plan } = view
  const date = formatDay(approvedAt ?? '', language)
  return (
    <>
      {approvedVersion === undefined ? (
        <p>
          {view.firstApprovalOpen === true
            ? t('approval.open')
            : t('approval.none', { date: formatDate(plan.firstApprovedOn, language) })}
        </p>
      ) : approvedVersion === version ? (
        <Badge tone="success">{t('approval.now', { date })}</Badge>
      ) : (
        <>
          <Badge tone="warning">{t('approval.before')}</Badge>
          <p className={styles.quiet}>{t('approval.version', { version: approvedVersion, date })}</p>
        </>
      )}
      {/* Of a plan that was approved elsewhere the sentence above says the day. */}
      {approvedVersion === undefined ? null : (
        <p className={styles.quiet}>
          {t('firstApproved')}: {formatDate(plan.firstApprovedOn, language)}
        </p>
      )}
    </>
  )
}

function StudyRightLine({ right }: { readonly right: ShownStudyRight | undefined }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (right === undefined) return t('head.studyRightUnknown')
  const end = right.endedOn ?? right.estimatedEndOn
  const dates =
    right.startsOn === undefined
      ? end === undefined
        ? undefined
        : `– ${formatDate(end, language)}`
      : formatDateRange(right.startsOn, end, language)
  return [dates, stateName(right.states.toSorted((a, b) => a.start.localeCompare(b.start)).at(-1)?.state, t)]
    .filter(part => part !== undefined)
    .join(', ')
}

const states = [
  'lasna',
  'loma',
  'valiaikaisestikeskeytynyt',
  'valmistunut',
  'eronnut',
  'katsotaaneronneeksi',
  'mitatoity',
  'peruutettu',
] as const

function stateName(
  state: string | undefined,
  t: (key: `states.${(typeof states)[number]}`) => string,
): string | undefined {
  const known = states.find(candidate => candidate === state)
  return known === undefined ? state : t(`states.${known}`)
}

/** A person's name, or the system that sent it, in words. */
export function useSaverName(): (saver: Saver) => string {
  const t = useTexts(texts)
  // Any other source is a register that sends plans with a key of its own.
  const sender = (source: string | undefined): string | undefined =>
    source === undefined ? undefined : `${t('sources.register')} (${source})`
  return ({ name, source }) => {
    const system = sourceNames.find(known => known === source)
    const words = [name, system === undefined ? sender(source) : t(`sources.${system}`)]
    const said = words.filter(word => word !== undefined && word !== '').join(', ')
    return said === '' ? t('versions.nobody') : said
  }
}

const sourceNames = ['here', 'register', 'import', 'demo'] as const
