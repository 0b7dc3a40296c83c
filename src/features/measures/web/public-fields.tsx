import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { MeasureAgreed } from '../contract.ts'
import { peopleQuery } from './api.ts'
import { texts } from './texts.ts'

/** A measure while it is being written; `who` is a colleague's id or `student`. */
export interface MeasureDraft {
  readonly text: string
  readonly who: string
  readonly dueOn: string
}

export const emptyMeasure: MeasureDraft = { text: '', who: '', dueOn: '' }

/** Undefined while something is missing, or the day has passed. */
export function measureOf({ dueOn, text, who }: MeasureDraft, today: string): MeasureAgreed | undefined {
  if (text.trim() === '' || text.length > longest || who === '' || dueOn < today) return undefined
  return { text, dueOn, who: who === 'student' ? { kind: 'student' } : { kind: 'staff', personId: who } }
}

const longest = 2000

interface MeasureFieldsProps {
  readonly draft: MeasureDraft
  readonly onChange: (draft: MeasureDraft) => void
  /** Whether what is missing is told: after the first try to save. */
  readonly tried: boolean
}

/** One agreed thing: what, by whom, by when. */
export function MeasureFields({ draft, onChange, tried }: MeasureFieldsProps) {
  const t = useTexts(texts)
  const today = useSignedIn()?.today ?? ''
  const { data } = useQuery(peopleQuery)
  const people = [
    { id: 'student', text: t('student') },
    ...(data?.items ?? [])
      .toSorted((a, b) => Number(b.me) - Number(a.me))
      .map(({ id, me, name }) => ({ id, text: me ? t('me', { name }) : name })),
  ]
  const problem = (wrong: boolean, text: string) => ({ error: tried && wrong ? text : undefined })
  return (
    <>
      <TextField
        label={t('text')}
        hint={t('textHint')}
        value={draft.text}
        onChange={text => onChange({ ...draft, text })}
        maxLength={longest}
        required
        multiline
        {...problem(draft.text.trim() === '', t('textProblem'))}
      />
      <ComboBox
        label={t('who')}
        hint={t('whoHint')}
        value={people.find(({ id }) => id === draft.who)}
        options={people}
        onChoose={who => onChange({ ...draft, who })}
        onClear={() => onChange({ ...draft, who: '' })}
        emptyText={t('whoEmpty')}
        openLabel={t('whoOpen')}
        required
        {...problem(draft.who === '', t('whoProblem'))}
      />
      <DateField
        label={t('dueOn')}
        value={draft.dueOn}
        onChange={dueOn => onChange({ ...draft, dueOn })}
        required
        {...problem(draft.dueOn < today, t('dueProblem'))}
      />
      <p>{t('welfare')}</p>
    </>
  )
}
