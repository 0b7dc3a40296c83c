import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { Contact, Contacts } from './api.ts'
import styles from './plan.module.css'
import { useReading } from './reading.tsx'
import { texts } from './texts.ts'

/** Stored bodies hold a reference in place of a person's name and numbers. */
export function contactOf(person: object, contacts: Contacts): Partial<Contact> {
  const reference = 'contact' in person ? person.contact : undefined
  if (typeof reference === 'string')
    return Object.hasOwn(contacts, reference) ? (contacts[reference] ?? {}) : {}
  return person
}

interface PersonProps {
  readonly person: object
  /** What the person belongs to, such as an organisation. */
  readonly of?: string | undefined
}

/** A person of the plan, or the logged gap that is left after erasing. */
export function Person({ person, of }: PersonProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { contacts } = useReading()
  const { name, email, phone, erasedOn } = contactOf(person, contacts)
  const gone = name === undefined && email === undefined && phone === undefined
  return (
    <span className={styles.person}>
      {gone ? null : <span>{[name, of].filter(part => part !== undefined).join(', ')}</span>}
      {email === undefined ? null : <a href={`mailto:${email}`}>{email}</a>}
      {phone === undefined ? null : <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
      {gone || erasedOn !== undefined ? (
        <span className={styles.erased}>
          {erasedOn === undefined
            ? t('erasedUndated')
            : t('erased', { date: formatDate(erasedOn, language) })}
        </span>
      ) : null}
      {gone && of !== undefined ? <span>{of}</span> : null}
    </span>
  )
}
