import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import type { DraftPage, DraftRow } from '../contract.ts'
import type { CellChange } from './answers.ts'
import { Discard } from './discard.tsx'
import styles from './drafts.module.css'
import { texts } from './texts.ts'
import { useNameOf } from './words.ts'

interface OthersProps {
  readonly rows: readonly DraftRow[]
  readonly page: DraftPage
  /** Answers are still on their way. */
  readonly busy: boolean
  readonly onChange: (changes: readonly CellChange[]) => void
}

/** Those who are not in the table: why, and what to do; and those whose plans are saved. */
export function Others({ busy, onChange, page, rows }: OthersProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const without = rows.filter(row => row.problem !== undefined && row.outcome === undefined)
  const done = rows.filter(row => row.outcome !== undefined)
  const [asBefore, saved] = [true, false].map(same =>
    done.filter(row => (row.outcome?.what === 'unchanged') === same),
  )
  return (
    <>
      {without.length === 0 ? null : (
        <section className={styles.list}>
          <h2>{t('page.others')}</h2>
          <ul className={styles.list}>
            {without.map(row => (
              <li key={row.key} className={styles.tools}>
                <Link to={`/students/${row.studentId}`}>{nameOf(row)}</Link>
                <span>{t(`problems.${row.problem ?? 'left-out'}`)}</span>
                {row.problem === 'left-out' ? (
                  <Button
                    look="quiet"
                    onPress={() => onChange([{ key: row.key, column: 'included', text: null }])}
                  >
                    {t('page.bring', { name: nameOf(row) })}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Plans title={t('page.saved')} rows={saved} />
      <Plans title={t('page.asBefore')} rows={asBefore} />
      <Discard page={page} busy={busy} />
    </>
  )
}

interface PlansProps {
  readonly title: string
  readonly rows: readonly DraftRow[] | undefined
}

function Plans({ rows = [], title }: PlansProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  if (rows.length === 0) return null
  return (
    <section className={styles.list}>
      <h2>{title}</h2>
      <ul className={styles.people}>
        {rows.map(row => (
          <li key={row.key}>
            <Link to={`/plans/${row.outcome?.planId ?? ''}`}>
              {t('page.openPlan', { name: nameOf(row) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
