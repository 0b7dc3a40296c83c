import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { roleNames } from '../../../platform/web/role-names.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import type { RoleHolder } from '../contract.ts'
import { type StaffRole, staffRoles } from '../rules-names.ts'
import { grantRole, rolesKey } from './api.ts'
import { texts } from './texts.ts'

interface GrantRoleProps {
  readonly person: RoleHolder
  readonly onClose: () => void
}

export function GrantRole({ person, onClose }: GrantRoleProps) {
  const t = useTexts(texts)
  const nameOf = useTexts(roleNames)
  const client = useQueryClient()
  const announce = useAnnounce()
  const free = staffRoles.filter(role => person.roles.every(held => held.role !== role))
  const [role, setRole] = useState<StaffRole>(free[0] ?? 'teacher')
  const giving = useMutation({
    mutationFn: () => grantRole({ personId: person.personId, role }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rolesKey })
      announce(t('given'))
      onClose()
    },
  })
  return (
    <Dialog title={t('giveTitle', { name: person.name })} onClose={onClose}>
      <Choice
        label={t('role')}
        hint={t('giveHint')}
        value={role}
        options={free.map(value => ({ value, text: nameOf(value) }))}
        onChange={setRole}
      />
      {giving.error === null ? null : <Failure error={giving.error} />}
      <DialogButtons>
        <Button look="primary" pending={giving.isPending} onPress={() => giving.mutate()}>
          {t('give')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
