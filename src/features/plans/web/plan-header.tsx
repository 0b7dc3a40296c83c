import { formatDate, formatDateRange, formatInstant } from '../../../platform/i18n/format.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import type { PlanView, Saver, ShownStudyRight } from './api.ts'
import styles from './plan.module.css'
import { texts } from './texts.ts'

/** Whose plan this is, of what, and how fresh. */
export function PlanHeader({ view }: { readonly view: PlanView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const saver = useSaverName()
  const total = view.qualification?.totalPoints
  const name = pickName(view.qualification?.names, language)
  const time = formatInstant(view.savedAt, language)
  return (
    <div className={styles.summary}>
      <Facts dense>
        <Fact name={t('head.qualification')}>
          {name === undefined ? t('unknown') : <span lang={name.language}>{name.text}</span>}
          {total === undefined ? null : `, ${t('head.points', { count: total })}`}
        </Fact>
        <Fact name={t('head.studyRight')}>
          <StudyRightLine right={view.studyRight} />
        </Fact>
        <Fact name={t('head.version')}>{view.version}</Fact>
        <Fact name={t('head.saved')}>{t('head.savedBy', { time, name: saver(view.savedBy) })}</Fact>
        <Fact name={t('head.hoksId')}>{view.hoksId}</Fact>
      </Facts>
    </div>
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
