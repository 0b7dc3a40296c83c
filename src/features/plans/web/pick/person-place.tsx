import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { ComboBox } from '../../../../ui/combo-box.tsx'
import { nameLimit } from '../../rules-bounds.ts'
import { valueAt } from '../editor/body.ts'
import { useEditor } from '../editor-context.tsx'
import { Field } from '../parts/places.tsx'
import { texts } from '../parts/texts.ts'
import { contactOf } from '../person.tsx'
import { texts as planTexts } from '../texts.ts'
import { staffQuery } from './api.ts'

/** Somebody who can be chosen, with how they are reached. */
export interface KnownPerson {
  readonly name: string
  readonly email?: string
  readonly phone?: string
  /** What tells this one from others of the same name. */
  readonly detail?: string
}

type Content = 'name' | 'email' | 'phone'

/**
 * The content of a person in the body and the way to write it. A stored person is a reference: writing puts the content in
 * its place, and the next save finds or makes the row that it belongs to.
 */
export function usePerson(pointer: string) {
  const { contacts, plan, set } = useEditor()
  const stored = valueAt(plan, pointer)
  const person = typeof stored === 'object' && stored !== null ? stored : {}
  const { email, erasedOn, name, phone } = contactOf(person, contacts)
  const write = (content: Partial<Record<Content, string | undefined>>): void => {
    const { contact: _reference, ...rest } = person as Record<string, unknown>
    const next = { ...rest, name: name ?? '', email, phone, ...content }
    set(pointer, Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)))
  }
  return { name: name ?? '', email: email ?? '', phone: phone ?? '', erasedOn, write }
}

interface PersonPlaceProps {
  /** Where the person stands. */
  readonly pointer: string
  readonly label: string
  readonly hint?: string
  readonly known: readonly KnownPerson[]
  readonly loading?: boolean
  /** Somebody begins to look for a person. */
  readonly onLook?: () => void
}

/** A person's name, typed or chosen from those who are known. */
export function PersonPlace({ pointer, label, hint, known, loading = false, onLook }: PersonPlaceProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { language } = useLanguage()
  const { name, erasedOn, write } = usePerson(pointer)
  const options = known.map((person, index) => ({
    id: String(index),
    text: person.name,
    detail: person.detail ?? [person.email, person.phone].filter(one => one !== undefined).join(', '),
  }))
  const choose = (id: string): void => {
    const chosen = known[Number(id)]
    if (chosen !== undefined) write({ name: chosen.name, email: chosen.email, phone: chosen.phone })
  }
  const gone = name === '' && erasedOn !== undefined
  return (
    <Field pointer={pointer}>
      <ComboBox
        label={label}
        hint={
          gone ? `${named('erased', { date: formatDate(erasedOn, language) })}. ${t('person.erased')}` : hint
        }
        value={{ id: '', text: name }}
        options={options}
        onType={text => write({ name: text })}
        maxLength={nameLimit}
        {...(onLook === undefined ? {} : { onEnter: onLook })}
        onChoose={choose}
        emptyText={t(loading ? 'search.loading' : 'search.nothing')}
        openLabel={t('search.open')}
      />
    </Field>
  )
}

/** Somebody of one's own staff, or anybody by a typed name. */
export function StaffPlace({ pointer, label }: Pick<PersonPlaceProps, 'pointer' | 'label'>) {
  const t = useTexts(texts)
  const { data, isFetching } = useQuery(staffQuery)
  const known = (data?.items ?? []).map(one => ({ name: one.name, detail: one.staffNumber }))
  return (
    <PersonPlace
      pointer={pointer}
      label={label}
      hint={t('person.staffHint')}
      known={known}
      loading={isFetching}
    />
  )
}
