import { useTexts } from '../../../platform/web/language.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { StaffMember } from '../../staff/contract.ts'
import type { GroupRow } from '../contract.ts'
import styles from './groups.module.css'
import { texts } from './texts.ts'
import type { Edit, Edits } from './year-rows.ts'

interface YearTableProps {
  readonly groups: readonly GroupRow[]
  readonly teachers: readonly StaffMember[]
  readonly edits: Edits
  readonly onEdit: (edits: Edits) => void
}

/** One row a group, written in place; each field is named after its group. */
export function YearTable({ edits, groups, onEdit, teachers }: YearTableProps) {
  const t = useTexts(texts)
  const editOf = ({ code }: GroupRow): Edit => edits[code] ?? {}
  const change = ({ code }: GroupRow, edit: Edit) => onEdit({ ...edits, [code]: { ...edits[code], ...edit } })
  const columns: readonly Column<GroupRow>[] = [
    { name: t('code'), heading: true, cell: group => group.code },
    { name: t('students'), cell: group => group.students },
    {
      name: t('year.continuesAs'),
      cell: group => (
        <input
          className={styles.cell}
          aria-label={t('year.continuesOf', { code: group.code })}
          value={editOf(group).continuesAs ?? group.code}
          maxLength={60}
          disabled={editOf(group).ends === true}
          onChange={event => change(group, { continuesAs: event.target.value })}
        />
      ),
    },
    {
      name: t('year.name'),
      cell: group => (
        <input
          className={styles.cell}
          aria-label={t('year.nameOf', { code: group.code })}
          value={editOf(group).name ?? group.name ?? ''}
          maxLength={200}
          disabled={editOf(group).ends === true}
          onChange={event => change(group, { name: event.target.value })}
        />
      ),
    },
    {
      name: t('teacher'),
      cell: group => (
        <select
          className={styles.cell}
          aria-label={t('year.teacherOf', { code: group.code })}
          value={editOf(group).teacherId ?? group.teacher?.id ?? ''}
          disabled={editOf(group).ends === true}
          onChange={event => change(group, { teacherId: event.target.value })}
        >
          <option value="">{t('noTeacher')}</option>
          {teachers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ),
    },
    {
      name: t('year.ends'),
      cell: group => (
        <input
          type="checkbox"
          className={styles.tick}
          aria-label={t('year.endsOf', { code: group.code })}
          checked={editOf(group).ends === true}
          onChange={event => change(group, { ends: event.target.checked })}
        />
      ),
    },
  ]
  return <Table caption={t('year.caption')} columns={columns} rows={groups} rowKey={group => group.code} />
}
