import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatDate, formatInstant } from '../../../platform/i18n/format.ts'
import { dayOf } from '../../../platform/time/plain-date.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Invitable, Invitation, StudentInvitations } from '../contract.ts'
import { invitationsKey, revokeInvitation, studentInvitationsQuery } from './api.ts'
import styles from './invitations.module.css'
import { InviteDialog } from './invite-dialog.tsx'
import { inviters } from './inviters.ts'
import { texts } from './texts.ts'
import { WrongPersonButton } from './wrong-person.tsx'

/** Who of a student signs in, and the way to invite who does not yet: on the student's page. */
export function InvitationsSection({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const roles = useSignedIn()?.roles ?? []
  const mayInvite = inviters.some(role => roles.includes(role))
  const query = useQuery({ ...studentInvitationsQuery(studentId), enabled: mayInvite })
  if (!mayInvite) return null
  return (
    <Section id="invitations" title={t('title')}>
      <p>{t('lead')}</p>
      <Async query={query}>{found => <People studentId={studentId} found={found} />}</Async>
    </Section>
  )
}

function People({ found, studentId }: { readonly studentId: string; readonly found: StudentInvitations }) {
  const t = useTexts(texts)
  const [chosen, setChosen] = useState<Invitable>()
  return (
    <>
      {found.mail ? null : <Note tone="info" title={t('noMail')} compact />}
      <ul className={styles.people}>
        {found.invitable.map(one => (
          <li key={one.guardianId ?? one.kind}>
            <Person
              studentId={studentId}
              person={one}
              invitation={found.items.find(item => item.guardian?.id === one.guardianId)}
              onInvite={() => setChosen(one)}
            />
          </li>
        ))}
      </ul>
      {chosen === undefined ? null : (
        <InviteDialog
          studentId={studentId}
          person={chosen}
          mail={found.mail}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  )
}

interface PersonProps {
  readonly studentId: string
  readonly person: Invitable
  /** The newest one. */
  readonly invitation: Invitation | undefined
  readonly onInvite: () => void
}

function Person({ invitation, onInvite, person, studentId }: PersonProps) {
  const t = useTexts(texts)
  const who = useWho(person)
  const client = useQueryClient()
  const announce = useAnnounce()
  const revoking = useMutation({
    mutationFn: revokeInvitation,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: invitationsKey })
      announce(t('revoked'))
    },
  })
  const invited = invitation !== undefined && !person.signsIn
  const open = invitation?.permittedActions.includes('revoke') === true
  const waits = invitation?.state === 'waiting'
  return (
    <>
      <div>
        <strong>{who}</strong>
        <Standing person={person} invitation={invitation} />
        {revoking.error === null ? null : <Failure error={revoking.error} />}
      </div>
      <div className={styles.actions}>
        {waits ? <Link to="/invitations">{t('confirmWay')}</Link> : null}
        {open ? (
          <Button
            look="quiet"
            label={t('revokeNamed', { who })}
            pending={revoking.isPending}
            onPress={() => revoking.mutate(invitation.id)}
          >
            {t('revoke')}
          </Button>
        ) : null}
        {person.signsIn ? <WrongPersonButton studentId={studentId} person={person} who={who} /> : null}
        {waits || person.signsIn ? null : (
          <Button label={t(invited ? 'againNamed' : 'inviteNamed', { who })} onPress={onInvite}>
            {t(invited ? 'again' : 'invite')}
          </Button>
        )}
      </div>
    </>
  )
}

export function useWho({ kind, name }: Pick<Invitable, 'kind' | 'name'>): string {
  const t = useTexts(texts)
  return kind === 'student' ? t('student') : t('guardian', { name: name ?? t('unnamed') })
}

function Standing({ invitation, person }: Pick<PersonProps, 'invitation' | 'person'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (person.signsIn) return <span className={styles.quiet}>{t('signsIn')}</span>
  if (invitation === undefined) return <span className={styles.quiet}>{t('notInvited')}</span>
  const { claim, expiresAt, madeAt, mailedAt, state } = invitation
  const made = formatDate(dayOf(new Date(madeAt)), language)
  const until = formatDate(dayOf(new Date(expiresAt)), language)
  const name = claim?.name ?? t('waiting.noName')
  return (
    <span className={styles.quiet}>
      {t(`states.${state}`, { made, until, name })}
      {mailedAt === undefined ? null : `. ${t('mailed', { time: formatInstant(mailedAt, language) })}`}
    </span>
  )
}
