import type { ReactNode } from 'react'
import { isPlainDate, plainDateOf } from '../../../platform/time/plain-date.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Note } from '../../../ui/note.tsx'
import type { StaffMember } from '../../staff/contract.ts'
import type { GroupRow, YearRow } from '../contract.ts'
import { type GroupBefore, planYear } from '../rules-year.ts'
import styles from './groups.module.css'
import { texts } from './texts.ts'
import { type Edits, rowsOf } from './year-rows.ts'

interface YearPreviewProps {
  /** Ended ones too: their codes may be taken. */
  readonly groups: readonly GroupRow[]
  readonly teachers: readonly StaffMember[]
  readonly edits: Edits
  /** A change was just made: until something is written again there is nothing to look at. */
  readonly done: boolean
  /** The button that does it. */
  readonly children: ReactNode
}

/** What will happen, said by the same rule that the server asks; or why it cannot. */
export function YearPreview({ children, done, edits, groups, teachers }: YearPreviewProps) {
  const t = useTexts(texts)
  const today = useSignedIn()?.today ?? ''
  const rows = rowsOf(
    groups.filter(group => group.endsOn === undefined),
    edits,
  )
  const before = new Map(groups.map(group => [group.code, beforeOf(group)]))
  const plan = planYear(rows, before, plainDateOf(isPlainDate(today) ? today : '2000-01-01'))
  if (done && rows.length === 0) return null
  return (
    <>
      <section className={styles.preview} aria-labelledby="year-changes">
        <h2 id="year-changes">{t('year.changes')}</h2>
        {rows.length === 0 ? <p>{t('year.nothing')}</p> : null}
        {plan.ok ? null : (
          <Note tone="error" title={t('year.problems')} live="status">
            <ul>
              {plan.problems.map(({ code, index }) => (
                <li key={index}>{t(`year.problem.${code}`, { code: rows[index]?.code ?? '' })}</li>
              ))}
            </ul>
          </Note>
        )}
        {plan.ok && rows.length > 0 ? (
          <ul>
            {rows.flatMap(row => (
              <Line key={row.code} row={row} before={before.get(row.code)} teachers={teachers} />
            ))}
            {plan.moves
              .filter(move => move.to === null)
              .map(({ from }) => (
                <li key={`left ${from}`}>{t('year.willLeave', { from })}</li>
              ))}
          </ul>
        ) : null}
      </section>
      {plan.ok && rows.length > 0 ? (
        <div className={styles.confirm}>
          <p>{t('year.count', { count: rows.length })}</p>
          {children}
        </div>
      ) : null}
    </>
  )
}

const beforeOf = ({ code, endsOn, name, teacher, version }: GroupRow): GroupBefore => ({
  code,
  name: name ?? null,
  teacherId: teacher?.id ?? null,
  endsOn: endsOn ?? null,
  version,
})

interface LineProps {
  readonly row: YearRow
  readonly before: GroupBefore | undefined
  readonly teachers: readonly StaffMember[]
}

function Line({ before, row, teachers }: LineProps) {
  const t = useTexts(texts)
  const from = row.code
  if (row.continuesAs === null) return <li>{t('year.willEnd', { from })}</li>
  const teacher = teachers.find(one => one.id === row.teacherId)?.name
  const said = [
    ...(row.continuesAs === from ? [] : [t('year.willContinue', { from, to: row.continuesAs })]),
    ...(row.name === before?.name ? [] : [t('year.willRename', { from })]),
    ...(row.teacherId === before?.teacherId
      ? []
      : [
          teacher === undefined
            ? t('year.willLoseTeacher', { from })
            : t('year.willTeach', { from, teacher }),
        ]),
  ]
  return said.map(text => <li key={text}>{text}</li>)
}
