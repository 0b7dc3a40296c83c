import { useTexts } from '../../../platform/web/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import type { AuditActor, AuditKind, AuditList, AuditSearch, AuditStudent } from '../contract.ts'
import { findActors, findStudents } from './api.ts'
import styles from './audit.module.css'
import { PickOne } from './pick-one.tsx'
import { daysTurned, kinds } from './search.ts'
import { texts } from './texts.ts'

interface FiltersProps {
  readonly search: AuditSearch
  readonly about: AuditList['about'] | undefined
  readonly onChange: (part: { readonly [K in keyof AuditSearch]?: AuditSearch[K] | undefined }) => void
}

const studentName = (student: AuditStudent): string =>
  [student.name, student.studentOid].filter(part => part !== undefined).join(', ')

const actorName = (actor: AuditActor): string =>
  [actor.name, actor.source].filter(part => part !== undefined).join(', ')

export function Filters({ search, about, onChange }: FiltersProps) {
  const t = useTexts(texts)
  const { actorId, from = '', kind, studentId, to = '' } = search
  const optional = (value: string) => (value === '' ? undefined : value)
  return (
    <search className={styles.filters} aria-label={t('filters')}>
      <PickOne<AuditStudent>
        label={t('student')}
        hint={t('studentHint')}
        chosen={studentId === undefined ? undefined : studentName(about?.student ?? {}) || '…'}
        noun="students"
        search={findStudents}
        nameOf={studentName}
        idOf={student => student.id ?? ''}
        onChange={id => onChange({ studentId: id })}
      />
      <PickOne<AuditActor>
        label={t('actor')}
        hint={t('actorHint')}
        chosen={actorId === undefined ? undefined : about?.actor ? actorName(about.actor) : t('unknown')}
        noun="actors"
        search={findActors}
        nameOf={actorName}
        idOf={actor => actor.id ?? ''}
        onChange={id => onChange({ actorId: id })}
      />
      <div className={styles.days}>
        <DateField label={t('from')} value={from} onChange={value => onChange({ from: optional(value) })} />
        <DateField
          label={t('to')}
          value={to}
          onChange={value => onChange({ to: optional(value) })}
          error={daysTurned(search) ? t('daysTurned') : undefined}
        />
        <Choice<AuditKind | 'all'>
          label={t('kind')}
          value={kind ?? 'all'}
          options={(['all', ...kinds] as const).map(value => ({ value, text: t(`kinds.${value}`) }))}
          onChange={value => onChange({ kind: value === 'all' ? undefined : value })}
        />
      </div>
    </search>
  )
}
