import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { roleNames } from '../../../platform/web/role-names.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { HeldRole, RoleHolder } from '../contract.ts'
import { staffRoles } from '../rules-names.ts'
import { GrantRole } from './grant-role.tsx'
import { RevokeRole } from './revoke-role.tsx'
import styles from './roles.module.css'
import { texts } from './texts.ts'

export function PeopleTable({ people }: { readonly people: readonly RoleHolder[] }) {
  const t = useTexts(texts)
  const [giving, setGiving] = useState<RoleHolder>()
  const [taking, setTaking] = useState<{ readonly person: RoleHolder; readonly held: HeldRole }>()
  const columns: readonly Column<RoleHolder>[] = [
    { name: t('name'), heading: true, cell: person => person.name },
    { name: t('subject'), cell: person => <code>{person.subject}</code> },
    {
      name: t('roles'),
      bare: true,
      cell: person => <HeldRoles person={person} onTake={held => setTaking({ person, held })} />,
    },
    {
      name: t('actions'),
      bare: true,
      cell: person =>
        person.roles.length === staffRoles.length ? null : (
          <Button look="quiet" label={t('giveTo', { name: person.name })} onPress={() => setGiving(person)}>
            {t('give')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <Table caption={t('caption')} columns={columns} rows={people} rowKey={person => person.personId} />
      {giving === undefined ? null : <GrantRole person={giving} onClose={() => setGiving(undefined)} />}
      {taking === undefined ? null : <RevokeRole {...taking} onClose={() => setTaking(undefined)} />}
    </>
  )
}

interface HeldRolesProps {
  readonly person: RoleHolder
  readonly onTake: (held: HeldRole) => void
}

function HeldRoles({ person, onTake }: HeldRolesProps) {
  const t = useTexts(texts)
  const nameOf = useTexts(roleNames)
  return (
    <ul className={styles.held}>
      {person.roles.map(held => {
        const role = nameOf(held.role)
        return (
          <li key={held.role}>
            <span>
              {role} <span className={styles.origin}>{t(`origins.${held.origin}`)}</span>
            </span>
            <Button
              look="quiet"
              label={t('takeFrom', { role, name: person.name })}
              onPress={() => onTake(held)}
            >
              {t('take')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
