import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { GroupRoles } from '../contract.ts'
import { RoleChecks } from './role-checks.tsx'
import styles from './roles.module.css'
import { texts } from './texts.ts'

interface MappingRowProps {
  readonly number: number
  readonly row: GroupRoles
  /** Whether saving was tried: only then is it told what is missing. */
  readonly tried: boolean
  readonly twice: boolean
  readonly onChange: (changed: Partial<GroupRoles>) => void
  readonly onRemove: () => void
}

export function MappingRow({ number, row, tried, twice, onChange, onRemove }: MappingRowProps) {
  const t = useTexts(texts)
  const missing = row.group.trim() === ''
  const problem = missing ? t('groupProblem') : t('groupTwice')
  const named = missing ? t('groupNumber', { number }) : row.group
  return (
    <fieldset className={styles.row} aria-label={named}>
      <TextField
        label={t('group')}
        value={row.group}
        onChange={group => onChange({ group })}
        maxLength={255}
        error={tried && (missing || twice) ? problem : undefined}
      />
      <RoleChecks
        label={t('groupRoles')}
        value={row.roles}
        onChange={roles => onChange({ roles })}
        error={tried && row.roles.length === 0 ? t('rolesProblem') : undefined}
      />
      <div>
        <Button look="quiet" label={t('removeGroupNamed', { group: named })} onPress={onRemove}>
          {t('removeGroup')}
        </Button>
      </div>
    </fieldset>
  )
}
