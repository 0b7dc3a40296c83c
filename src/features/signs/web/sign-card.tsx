import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { formatDate, formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { MeasureItems } from '../../measures/web/public-items.tsx'
import type { SignView } from '../contract.ts'
import { DecideDialog } from './decide-dialog.tsx'
import styles from './signs.module.css'
import { texts } from './texts.ts'
import { factsOf, headOf } from './words.ts'

interface SignCardProps {
  readonly sign: SignView
  /** On the student's own page the name stands above all of them. */
  readonly named: boolean
  readonly onChanged: () => Promise<unknown>
}

/** What was noticed, from which data, since when, what the student says, what was decided. */
export function SignCard({ named, onChanged, sign }: SignCardProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [deciding, setDeciding] = useState(false)
  const head = headOf(sign, t)
  const [Head, level] = named ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const)
  const name = useStudentName(sign)
  const { noticedOn, overOn, seenOn } = sign
  return (
    <article className={styles.card} id={`sign-${sign.id}`} aria-labelledby={`head-${sign.id}`} tabIndex={-1}>
      {named ? <Student sign={sign} name={name} /> : null}
      <div className={styles.row}>
        <Head className={styles.head} id={`head-${sign.id}`}>
          {head}
        </Head>
        {sign.state === 'open' ? null : <Badge>{t(`states.${sign.state}`)}</Badge>}
      </div>
      <Facts dense>
        {factsOf(sign, t, language).map(fact => (
          <Fact key={fact.name} name={fact.name}>
            {fact.value}
          </Fact>
        ))}
        <Fact name={t('facts.noticed')}>
          {seenOn === noticedOn
            ? formatDate(noticedOn, language)
            : t('seen', { date: noticedOn, seen: seenOn })}
        </Fact>
        {overOn === undefined ? null : <Fact name={t('facts.overOn')}>{formatDate(overOn, language)}</Fact>}
      </Facts>
      <Told sign={sign} level={level} />
      {sign.measures.length === 0 ? null : (
        <Part title={t('measures')} level={level}>
          <MeasureItems measures={sign.measures} own={false} onChanged={onChanged} />
        </Part>
      )}
      <div className={styles.row}>
        {sign.permittedActions.includes('decide') ? (
          <Button
            look="primary"
            label={t('decideNamed', { title: head, name })}
            onPress={() => setDeciding(true)}
          >
            {t('decide')}
          </Button>
        ) : null}
        <Link to={`/plans/${sign.planId}`}>{t('openPlan')}</Link>
      </div>
      {deciding ? (
        <DecideDialog sign={sign} head={head} onDecided={onChanged} onClose={() => setDeciding(false)} />
      ) : null}
    </article>
  )
}

function useStudentName({ student }: SignView): string {
  const t = useTexts(texts)
  if (student?.protection === 'masked') return t('hiddenName')
  return student?.name ?? t('noName')
}

function Student({ name, sign: { student } }: { readonly name: string; readonly sign: SignView }) {
  if (student === undefined) return null
  return (
    <p className={styles.who}>
      <Link to={`/students/${student.id}`}>{name}</Link>
      {student.group === undefined ? null : <span className={styles.quiet}>{student.group}</span>}
    </p>
  )
}

interface ToldProps {
  readonly sign: SignView
  readonly level: 'h3' | 'h4'
}

/** The student's own words, and the decision. */
function Told({ level, sign: { decision, explanation, state } }: ToldProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <>
      {explanation === undefined ? (
        state === 'open' ? (
          <p className={styles.quiet}>{t('noExplanation')}</p>
        ) : null
      ) : (
        <Part title={t('explanation')} level={level}>
          <p className={styles.words}>{explanation.text ?? t('explanationHidden')}</p>
          <p className={styles.quiet}>{formatDay(explanation.at, language)}</p>
        </Part>
      )}
      {decision === undefined ? null : (
        <Part title={t('decision')} level={level}>
          <p>{t(`decided.${decision.decision}`)}</p>
          {decision.reason === undefined ? null : <p className={styles.words}>{decision.reason}</p>}
          <p className={styles.quiet}>
            {decision.by === undefined
              ? formatDay(decision.at, language)
              : t('decidedBy', { name: decision.by, date: formatDay(decision.at, language) })}
          </p>
        </Part>
      )}
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly level: 'h3' | 'h4'
  readonly children: ReactNode
}

function Part({ children, level: Title, title }: PartProps) {
  return (
    <div className={styles.told}>
      <Title>{title}</Title>
      {children}
    </div>
  )
}
