import type { Names, StudentRow } from './contract.ts'
import { displayName } from './rules.ts'
import { protectedRow, protectionOf } from './rules-protection.ts'

/** A student as a list reads them. */
export interface ListedStudent {
  readonly id: string
  readonly student_oid: string
  readonly called_name: string | null
  readonly family_name: string | null
  readonly group_code: string | null
  readonly protected: boolean
  /** Protected, and hidden from the one who reads. */
  readonly masked: boolean
  readonly vanished: boolean
  readonly study_rights: readonly {
    readonly oid: string
    readonly diary_number: string | null
    readonly state: string | null
    readonly plan: {
      readonly id: string
      readonly version: number
      readonly errors: number
      readonly warnings: number
      readonly saved_at: string
    } | null
  }[]
}

export type QualificationNames = (diaryNumber: string) => Names | undefined

/** A student as a list shows them. */
export function listedRow(listed: ListedStudent, qualificationNames: QualificationNames): StudentRow {
  const row = protectedRow(listed)
  const [name, protection] = [displayName(row), protectionOf(row)]
  return {
    id: row.id,
    ...(name === undefined ? {} : { name }),
    studentOid: row.student_oid,
    ...(row.group_code === null ? {} : { group: row.group_code }),
    ...(protection === undefined ? {} : { protection }),
    ...(row.vanished ? { vanished: true } : {}),
    studyRights: row.study_rights.map(right => rightOf(right, qualificationNames)),
  }
}

function rightOf(
  { oid, diary_number, state, plan }: ListedStudent['study_rights'][number],
  qualificationNames: QualificationNames,
): StudentRow['studyRights'][number] {
  const names = diary_number === null ? undefined : qualificationNames(diary_number)
  return {
    oid,
    ...(names ? { qualification: { names } } : {}),
    ...(state === null ? {} : { state }),
    ...(plan ? { plan: planOf(plan) } : {}),
  }
}

function planOf({
  id,
  version,
  errors,
  warnings,
  saved_at,
}: NonNullable<ListedStudent['study_rights'][number]['plan']>) {
  return { id, version, errors, warnings, savedAt: new Date(saved_at).toISOString() }
}
