import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { useFormOpen } from '../../../platform/web/use-written.ts'
import { Async } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Entries, Quiet } from '../../../ui/entry.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { GoalList } from '../contract.ts'
import { goalsQuery } from './api.ts'
import { GoalEntry } from './goal-entry.tsx'
import { GoalForm } from './goal-form.tsx'
import { texts } from './texts.ts'

/** On the path: what the student wants to reach. */
interface SlotProps {
  readonly studentId: string
  readonly own: boolean
}

export default function GoalsOnPath({ own, studentId }: SlotProps) {
  const t = useTexts(texts)
  const query = useQuery(goalsQuery(studentId))
  return (
    <Section id="goals" title={own ? t('title') : t('staffTitle')}>
      <Async query={query}>{list => <Goals list={list} />}</Async>
    </Section>
  )
}

function Goals({ list: { items, masked, mayChange } }: { readonly list: GoalList }) {
  const t = useTexts(texts)
  const [adding, setAdding] = useFormOpen('goal new')
  if (masked)
    return (
      <Note tone="info">
        <p>{t('masked')}</p>
      </Note>
    )
  return (
    <>
      {mayChange ? <p>{t('who')}</p> : null}
      {items.length > 0 ? (
        <Entries>
          {items.map(goal => (
            <GoalEntry key={goal.id} goal={goal} mayChange={mayChange} />
          ))}
        </Entries>
      ) : adding ? null : (
        <Quiet>{mayChange ? t('none') : t('staffNone')}</Quiet>
      )}
      {adding ? <GoalForm onClose={() => setAdding(false)} /> : null}
      {mayChange && !adding ? (
        <div>
          <Button onPress={() => setAdding(true)}>{t('add')}</Button>
        </div>
      ) : null}
    </>
  )
}
