import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { plainDateOf } from '../../../platform/time/plain-date.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { countedAtMost, type TaskKind, type TaskList } from '../contract.ts'
import { partOf, parts } from '../rules.ts'
import { tasksQuery } from './api.ts'
import { DigestSection } from './digest-section.tsx'
import { TaskRows } from './task-rows.tsx'
import styles from './tasks.module.css'
import { texts } from './texts.ts'

/** Where people begin: what waits for them, the most urgent first, each with one button. */
export default function MyListPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [kind, setKind] = useState<TaskKind>()
  const query = useQuery(tasksQuery(kind, language))
  return (
    <Page title={t('label')} lead={t('lead')} width="medium">
      <Async query={query}>
        {list => (
          <div aria-busy={query.isPlaceholderData}>
            <KindChoice totals={list.totals} kind={kind} onChange={setKind} />
            <Parts list={list} kind={kind} />
          </div>
        )}
      </Async>
      <DigestSection />
    </Page>
  )
}

interface KindChoiceProps {
  readonly totals: TaskList['totals']
  readonly kind: TaskKind | undefined
  readonly onChange: (kind: TaskKind | undefined) => void
}

const total = (totals: TaskList['totals']): number => totals.reduce((sum, { count }) => sum + count, 0)

/** What is counted so far only is at least so much. */
const counted = (count: number): string => (count < countedAtMost ? String(count) : `${countedAtMost}+`)

/** Only where there is something to choose from. */
function KindChoice({ kind, onChange, totals }: KindChoiceProps) {
  const t = useTexts(texts)
  if (totals.length < 2 && kind === undefined) return null
  const options = totals.map(({ count, kind: value, name }) => ({
    value: value as string,
    text: t('kindCount', { name, count: counted(count) }),
  }))
  return (
    <div className={styles.choice}>
      <Choice
        label={t('kind')}
        value={kind ?? ''}
        options={[{ value: '', text: t('all', { count: counted(total(totals)) }) }, ...options]}
        onChange={value => onChange(totals.find(each => each.kind === value)?.kind)}
      />
    </div>
  )
}

interface PartsProps {
  readonly list: TaskList
  readonly kind: TaskKind | undefined
}

function Parts({ kind, list: { items, noStudents, today, totals } }: PartsProps) {
  const t = useTexts(texts)
  const asked = kind === undefined ? totals : totals.filter(each => each.kind === kind)
  const more = total(asked) - items.length
  return (
    <>
      {items.length === 0 && !noStudents ? (
        <Note tone="success" title={t('empty')} live="status">
          <p>{t('emptyText')}</p>
        </Note>
      ) : null}
      {parts.map(part => {
        const tasks = items.filter(task => partOf(task, plainDateOf(today)) === part)
        return tasks.length === 0 ? null : (
          <Section key={part} id={part} title={t(`parts.${part}`)} count={tasks.length}>
            <TaskRows tasks={tasks} late={part === 'overdue'} />
          </Section>
        )
      })}
      {more > 0 ? (
        <p className={styles.more}>
          {more < countedAtMost - items.length ? t('more', { count: more }) : t('many')}
        </p>
      ) : null}
      <PlansMissing list={{ items, totals }} />
      {noStudents ? <NoStudents /> : null}
    </>
  )
}

/** Only the oldest are on the list: in a new autumn there are hundreds, and the list of students shows them best. */
function PlansMissing({ list: { items, totals } }: { readonly list: Pick<TaskList, 'items' | 'totals'> }) {
  const t = useTexts(texts)
  const all = totals.find(({ kind }) => kind === 'plan-missing')?.count ?? 0
  const shown = items.filter(({ kind }) => kind === 'plan-missing').length
  if (all === shown) return null
  return (
    <p className={styles.more}>
      {all < countedAtMost ? t('plansMissing', { count: all - shown }) : t('plansMissingMany')}{' '}
      <Link to="/students?state=lasna&plan=none">{t('toPlansMissing')}</Link>
    </p>
  )
}

function NoStudents() {
  const t = useTexts(texts)
  return (
    <div className={styles.none}>
      <Note tone="info" title={t('noStudents')}>
        <p>{t('noStudentsText')}</p>
      </Note>
      <ButtonLink to="/students">{t('toStudents')}</ButtonLink>
    </div>
  )
}
