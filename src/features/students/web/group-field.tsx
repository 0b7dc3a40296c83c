import { useEffect, useId, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import field from '../../../ui/field.module.css'
import type { StudentChoices } from '../contract-list.ts'
import { texts } from './texts.ts'

interface GroupFieldProps {
  readonly groups: StudentChoices['groups']
  readonly value: string
  readonly onChange: (group: string) => void
}

const choicesAtMost = 60

const nameOf = ({ code, name }: StudentChoices['groups'][number]): string =>
  name === undefined ? code : `${code} ${name}`

/** A list to choose from; where there are hundreds of groups, a field that suggests them. */
export function GroupField({ groups, value, onChange }: GroupFieldProps) {
  const t = useTexts(texts)
  if (groups.length > choicesAtMost) return <TypedGroup groups={groups} value={value} onChange={onChange} />
  // A group of an old link is shown as it is, also when it is no more.
  const known = value === '' || groups.some(({ code }) => code === value)
  const options = [
    { value: '', text: t('groupAny') },
    ...groups.map(group => ({ value: group.code, text: nameOf(group) })),
    ...(known ? [] : [{ value, text: value }]),
  ]
  return <Choice label={t('group')} value={value} options={options} onChange={onChange} />
}

function TypedGroup({ groups, value, onChange }: GroupFieldProps) {
  const t = useTexts(texts)
  const id = useId()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const unknown = typed !== '' && !groups.some(({ code }) => code === typed)
  const [left, setLeft] = useState(false)
  const take = (text: string): void => {
    setTyped(text)
    setLeft(false)
    if (text === '' || groups.some(({ code }) => code === text)) onChange(text)
  }
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {t('group')}
      </label>
      <input
        id={id}
        className={field.input}
        list={`${id}-groups`}
        value={typed}
        placeholder={t('groupTyped')}
        autoComplete="off"
        aria-invalid={left && unknown}
        aria-describedby={left && unknown ? `${id}-error` : undefined}
        onChange={event => take(event.target.value.trim())}
        onBlur={() => setLeft(true)}
      />
      <datalist id={`${id}-groups`}>
        {groups.map(group => (
          <option key={group.code} value={group.code}>
            {nameOf(group)}
          </option>
        ))}
      </datalist>
      {left && unknown ? (
        <span className={field.error} id={`${id}-error`}>
          {t('groupUnknown')}
        </span>
      ) : null}
    </div>
  )
}
