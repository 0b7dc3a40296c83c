import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { roleNames } from '../../../platform/web/role-names.ts'
import { sessionQuery, useSignedIn } from '../../../platform/web/session.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import type { HeldRole, RoleHolder } from '../contract.ts'
import { revokeRole, rolesKey } from './api.ts'
import styles from './roles.module.css'
import { texts } from './texts.ts'

interface RevokeRoleProps {
  readonly person: RoleHolder
  readonly held: HeldRole
  readonly onClose: () => void
}

/** Asks first, and twice of who gives up being administrator: it shuts this page. */
export function RevokeRole({ person, held: { origin, role }, onClose }: RevokeRoleProps) {
  const t = useTexts(texts)
  const nameOf = useTexts(roleNames)
  const session = useSignedIn()
  const taking = useTaking(t('taken'), onClose)
  const [understood, setUnderstood] = useState(false)
  const [tried, setTried] = useState(false)
  const own = role === 'administrator' && session?.user.id === person.personId
  const take = (): void => {
    setTried(true)
    if (!own || understood) taking.mutate({ personId: person.personId, role, own })
  }
  return (
    <Dialog title={t('takeTitle')} onClose={onClose}>
      <p>{t('takeText', { name: person.name, role: nameOf(role) })}</p>
      <p>{t(`takeBack.${origin}`)}</p>
      {own ? (
        <div className={styles.confirm}>
          <Check label={t('takeOwn')} checked={understood} onChange={setUnderstood} />
          {tried && !understood ? <p role="alert">{t('takeOwnProblem')}</p> : null}
        </div>
      ) : null}
      {taking.error === null ? null : <Failure error={taking.error} />}
      <DialogButtons>
        <Button look="primary" pending={taking.isPending} onPress={take}>
          {t('take')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

function useTaking(said: string, onTaken: () => void) {
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: revokeRole,
    onSuccess: async (_nothing, { own }) => {
      announce(said)
      onTaken()
      // Whoever took their own role away sees other pages from now on.
      if (own) await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      await client.invalidateQueries({ queryKey: rolesKey })
    },
  })
}
