import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../../platform/web/language.tsx'
import { ComboBox } from '../../../../ui/combo-box.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { WorkplaceChoice } from '../../contract-choices.ts'
import { textLimit } from '../../rules-bounds.ts'
import { valueAt } from '../editor/body.ts'
import { useEditor } from '../editor-context.tsx'
import styles from '../parts/parts.module.css'
import { Field } from '../parts/places.tsx'
import { texts } from '../parts/texts.ts'
import { texts as planTexts } from '../texts.ts'
import { workplacesQuery } from './api.ts'
import { emptyText } from './organisation-place.tsx'
import { planWorkplaces } from './plan-workplaces.ts'

interface WorkplacePlaceProps {
  /** The object that holds the name and the business id. */
  readonly pointer: string
  readonly label: string
  readonly hint?: string
}

/** A workplace that the provider's plans know, by the beginning of its name, or a new one with its business id. */
export function WorkplacePlace({ pointer, label, hint }: WorkplacePlaceProps) {
  const t = useTexts(texts)
  const { plan, set } = useEditor()
  const name = textAt(plan, `${pointer}/name`)
  const asked = name.trim().length >= 2
  const { data, error, isFetching } = useQuery({ ...workplacesQuery(name.trim()), enabled: asked })
  const options = optionsOf([...planWorkplaces(plan, name), ...(asked ? (data?.items ?? []) : [])])
  const choose = (id: string): void => {
    const chosen = options.find(option => option.id === id)
    if (chosen === undefined) return
    set(`${pointer}/name`, chosen.text)
    set(`${pointer}/businessId`, chosen.businessId)
  }
  return (
    <div className={styles.fields}>
      <Field pointer={`${pointer}/name`}>
        <ComboBox
          label={label}
          hint={hint}
          value={{ id: '', text: name }}
          options={options}
          onType={text => set(`${pointer}/name`, text)}
          maxLength={textLimit}
          onChoose={choose}
          emptyText={emptyText(t, { asked, away: error !== null, loading: isFetching })}
          openLabel={t('search.open')}
          {...(data?.more === true && asked ? { footnote: t('search.more') } : {})}
        />
      </Field>
      <BusinessIdPlace pointer={`${pointer}/businessId`} />
    </div>
  )
}

export const textAt = (plan: unknown, pointer: string): string => {
  const value = valueAt(plan, pointer)
  return typeof value === 'string' ? value : ''
}

function optionsOf(known: readonly WorkplaceChoice[]) {
  const all = known.map(({ businessId, name }) => ({
    id: `${name}\n${businessId ?? ''}`,
    text: name,
    detail: businessId,
    businessId,
  }))
  return [...new Map(all.map(option => [option.id, option])).values()]
}

/** Form and check digit are the rules' to judge: one place says one thing once. */
export function BusinessIdPlace({ pointer }: { readonly pointer: string }) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { plan, set } = useEditor()
  const value = textAt(plan, pointer)
  return (
    <Field pointer={pointer}>
      <TextField
        label={named('fields.businessId')}
        hint={t('period.businessIdHint')}
        value={value}
        onChange={text => set(pointer, text.trim() === '' ? undefined : text.trim())}
      />
    </Field>
  )
}
