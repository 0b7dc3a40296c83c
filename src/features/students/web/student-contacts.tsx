import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import type { ShownGuardian, StudentCard } from '../contract-student.ts'
import { texts } from './student-texts.ts'

type Contact = NonNullable<StudentCard['contact']>

export function ContactSection({ contact }: { readonly contact: Contact }) {
  const t = useTexts(texts)
  const address = [contact.street, [contact.postalCode, contact.city].filter(Boolean).join(' ')]
    .filter(part => part !== undefined && part !== '')
    .join(', ')
  const empty = contact.email === undefined && contact.phone === undefined && address === ''
  return (
    <Section id="contact" title={t('contact')}>
      {empty ? (
        <p>{t('noContact')}</p>
      ) : (
        <Facts dense>
          <Reach {...contact} />
          {address === '' ? null : <Fact name={t('address')}>{address}</Fact>}
        </Facts>
      )}
    </Section>
  )
}

function Reach({ email, phone }: { readonly email?: string; readonly phone?: string }) {
  const t = useTexts(texts)
  return (
    <>
      {email === undefined ? null : (
        <Fact name={t('email')}>
          <a href={`mailto:${email}`}>{email}</a>
        </Fact>
      )}
      {phone === undefined ? null : (
        <Fact name={t('phone')}>
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
        </Fact>
      )}
    </>
  )
}

export function GuardiansSection({ guardians }: { readonly guardians: readonly ShownGuardian[] }) {
  const t = useTexts(texts)
  return (
    <Section id="guardians" title={t('guardians')}>
      {guardians.length === 0 ? (
        <p>{t('noGuardians')}</p>
      ) : (
        guardians.map(guardian => (
          <Facts key={`${guardian.name} ${guardian.phone}`} dense>
            <Fact name={guardian.name ?? '–'}>
              <Standing guardian={guardian} />
            </Fact>
            <Reach {...guardian} />
          </Facts>
        ))
      )}
    </Section>
  )
}

/** Whether something may be told to them: the first thing to know before calling. */
function Standing({ guardian }: { readonly guardian: ShownGuardian }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { custody, ended, endsOn, mayBeTold } = guardian
  const date = endsOn === undefined ? '' : formatDate(endsOn, language)
  if (ended) return <NotTold why={t('ofAge', { date })} />
  if (!custody) return <Badge tone="warning">{t('noCustody')}</Badge>
  if (!mayBeTold) return <NotTold why={t('ageUnknown')} />
  return <Badge tone="success">{t('mayBeTold', { date })}</Badge>
}

function NotTold({ why }: { readonly why: string }) {
  const t = useTexts(texts)
  return (
    <>
      <Badge tone="warning">{t('notTold')}</Badge>
      <p>{why}</p>
    </>
  )
}
