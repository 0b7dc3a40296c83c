import { useQuery, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Async } from '../../../ui/async.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Section } from '../../../ui/section.tsx'
import { MeasuresSection } from '../../measures/web/public-section.tsx'
import type { SignView } from '../contract.ts'
import { signsKey, signsOfStudentQuery } from './api.ts'
import { SignCard } from './sign-card.tsx'
import styles from './signs.module.css'
import { texts } from './texts.ts'

const readers = ['teacher', 'guidance', 'coordinator'] as const

/** A student's signs and measures on their page: nothing at all to those who may not see them. */
export default function StudentSigns({ studentId }: { readonly studentId: string }) {
  const roles = useSignedIn()?.roles ?? []
  if (!roles.some(role => readers.some(reader => reader === role))) return null
  return (
    <>
      <Signs studentId={studentId} />
      <MeasuresSection studentId={studentId} own={false} />
    </>
  )
}

function Signs({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const query = useQuery(signsOfStudentQuery(studentId))
  if (problemOf(query.error).status === 403) return null
  return (
    <Async query={query}>
      {({ items }) => {
        const open = items.filter(({ state }) => state === 'open')
        const rest = items.filter(({ state }) => state !== 'open')
        return (
          <Section id="signs" title={t('ofStudent')}>
            {open.length === 0 ? <p>{t('ofStudentNone')}</p> : <Cards signs={open} />}
            {rest.length === 0 ? null : (
              <Disclosure title={t('earlier')}>
                <Cards signs={rest} />
              </Disclosure>
            )}
          </Section>
        )
      }}
    </Async>
  )
}

function Cards({ signs }: { readonly signs: readonly SignView[] }) {
  const client = useQueryClient()
  const renew = () =>
    Promise.all([signsKey, ['measures']].map(queryKey => client.invalidateQueries({ queryKey })))
  return (
    <ul className={styles.cards}>
      {signs.map(sign => (
        <li key={sign.id}>
          <SignCard sign={sign} named={false} onChanged={renew} />
        </li>
      ))}
    </ul>
  )
}
