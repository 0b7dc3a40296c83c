import { useTexts } from '../../../platform/web/language.tsx'
import { roleNames } from '../../../platform/web/role-names.ts'
import { Check } from '../../../ui/check.tsx'
import field from '../../../ui/field.module.css'
import { type StaffRole, staffRoles } from '../rules-names.ts'
import styles from './roles.module.css'

interface RoleChecksProps {
  readonly label: string
  readonly value: readonly StaffRole[]
  readonly onChange: (roles: StaffRole[]) => void
  readonly error?: string | undefined
}

/** Some of the roles, each with its own box. */
export function RoleChecks({ label, value, onChange, error }: RoleChecksProps) {
  const nameOf = useTexts(roleNames)
  return (
    <fieldset className={styles.checks} data-invalid={error === undefined ? undefined : true}>
      <legend className={field.label}>{label}</legend>
      <div>
        {staffRoles.map(role => (
          <Check
            key={role}
            label={nameOf(role)}
            checked={value.includes(role)}
            onChange={checked =>
              onChange(staffRoles.filter(one => (one === role ? checked : value.includes(one))))
            }
          />
        ))}
      </div>
      {error === undefined ? null : (
        <p className={field.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
