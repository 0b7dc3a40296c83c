import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Failure, Loading } from '../../../../ui/async.tsx'
import { Check } from '../../../../ui/check.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { describeDifference, type Statement } from '../../rules-words.ts'
import { rowOf } from '../../rules-words-rows.ts'
import { groupStatements } from '../../rules-words-sentences.ts'
import type { Speaker } from '../../rules-words-values.ts'
import { type OldPlan, versionQuery } from '../api.ts'
import styles from './history.module.css'
import { knownOf } from './known.ts'
import { useSpeaker } from './speaker.ts'
import { Contents } from './statement-list.tsx'
import { Stretches } from './stretches.tsx'
import { historyTexts } from './texts.ts'

interface CompareTablesProps {
  readonly planId: string
  readonly from: number
  readonly to: number
}

export function CompareTables({ planId, from, to }: CompareTablesProps) {
  const { language } = useLanguage()
  const [left, right] = useQueries({
    queries: [from, to].map(version => versionQuery(planId, String(version), language)),
  })
  const error = left?.error ?? right?.error
  if (error) {
    const again = () => {
      void left?.refetch()
      void right?.refetch()
    }
    return <Failure error={error} onRetry={again} />
  }
  if (left?.data === undefined || right?.data === undefined) return <Loading />
  return <Differences left={left.data} right={right.data} />
}

function Differences({ left, right }: { readonly left: OldPlan; readonly right: OldPlan }) {
  const t = useTexts(historyTexts)
  const [everything, setEverything] = useState(false)
  const known = useMemo(() => knownOf(right, [left]), [left, right])
  const speaker = useSpeaker(known)
  const different = useMemo(() => describeDifference(left.plan, right.plan), [left, right])
  const statements = useMemo(
    () => (everything ? describeDifference(left.plan, right.plan, { everything }) : different),
    [left, right, everything, different],
  )
  const groups = useMemo(() => groupStatements(statements, speaker), [statements, speaker])
  return (
    <>
      <div className={styles.found}>
        <p role="status">
          {different.length === 0 ? t('sides.same') : t('sides.differences', { count: different.length })}
        </p>
        <Check label={t('sides.everything')} checked={everything} onChange={setEverything} />
      </div>
      {groups.map(({ pointer, heading, statements: lines }) => (
        <section key={`${pointer} ${heading}`} className={styles.rows}>
          <h2>{heading}</h2>
          <Table
            caption={heading}
            columns={columnsOf(t, left.version, right.version, speaker)}
            rows={lines}
            rowKey={({ code, pointer: at, keys }) => `${code} ${at} ${keys.join()}`}
          />
        </section>
      ))}
    </>
  )
}

function columnsOf(
  t: ReturnType<typeof useTexts<typeof historyTexts.fi>>,
  from: number,
  to: number,
  speaker: Speaker,
): Column<Statement>[] {
  return [
    { name: t('sides.what'), heading: true, cell: one => rowOf(one, speaker).what },
    {
      name: t('sides.column', { version: from }),
      cell: one => <Side statement={one} side="before" speaker={speaker} />,
    },
    {
      name: t('sides.column', { version: to }),
      cell: one => <Side statement={one} side="after" speaker={speaker} />,
    },
  ]
}

interface SideProps {
  readonly statement: Statement
  readonly side: 'before' | 'after'
  readonly speaker: Speaker
}

function Side({ statement, side, speaker }: SideProps) {
  const woven = statement.code === 'text'
  const words = rowOf(statement, speaker)[side]
  const holds =
    statement[side] !== undefined && statement[side === 'before' ? 'after' : 'before'] === undefined
  return (
    <span className={styles.cell}>
      {/* Beside each other two values need no marks; only the words inside one text do. */}
      <Stretches stretches={woven ? words : words.map(({ text }) => ({ text }))} woven={woven} />
      {holds ? <Contents statement={statement} speaker={speaker} /> : null}
    </span>
  )
}
