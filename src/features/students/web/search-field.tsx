import { useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import field from '../../../ui/field.module.css'
import { texts } from './texts.ts'

interface SearchFieldProps {
  readonly value: string
  readonly onSearch: (text: string) => void
}

const pause = 150

/** What is typed stands here at once, and is searched after a short pause; the address may change it too. */
export function SearchField({ value, onSearch }: SearchFieldProps) {
  const t = useTexts(texts)
  const id = useId()
  const [typed, setTyped] = useState(value)
  const searched = useRef(value)
  const search = useRef(onSearch)
  search.current = onSearch
  useEffect(() => {
    if (value === searched.current) return
    searched.current = value
    setTyped(value)
  }, [value])
  useEffect(() => {
    if (typed === searched.current) return undefined
    const timer = setTimeout(() => {
      searched.current = typed
      search.current(typed)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <search className={field.field}>
      <label className={field.label} htmlFor={id}>
        {t('search')}
      </label>
      <span className={field.hint} id={`${id}-hint`}>
        {t('searchHint')}
      </span>
      <input
        id={id}
        className={field.input}
        type="search"
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={event => setTyped(event.target.value)}
      />
    </search>
  )
}
