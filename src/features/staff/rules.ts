import type { RegisterStaffMember } from './contract-register.ts'

/** A member as stored. */
export interface StaffRow {
  readonly id: string
  readonly staff_number: string
  readonly given_names: string | null
  readonly family_name: string | null
  readonly email: string | null
  readonly language: string | null
  readonly sort_name: string
  readonly person_id: string | null
}

/** A colleague's name as pages show it: the first of the given names and the family name. */
export function staffName(row: {
  readonly given_names: string | null
  readonly family_name: string | null
}): string {
  return [row.given_names?.split(' ')[0], row.family_name].filter(Boolean).join(' ')
}

/** The row as it should be: what was not told stays. */
export function mergeStaff(
  stored: StaffRow | undefined,
  told: RegisterStaffMember,
  made: { readonly id: string; readonly personId: string | undefined },
): StaffRow {
  return {
    id: stored?.id ?? made.id,
    staff_number: told.staffNumber,
    given_names: told.givenNames,
    family_name: told.familyName,
    email: told.email === undefined ? (stored?.email ?? null) : told.email,
    language: told.language ?? stored?.language ?? null,
    sort_name: `${told.familyName} ${told.givenNames}`.toLocaleLowerCase('fi'),
    person_id: made.personId ?? stored?.person_id ?? null,
  }
}

/** Whether anything of the row differs from what is stored. */
export function staffDiffers(stored: StaffRow | undefined, row: StaffRow): boolean {
  return (
    stored === undefined || (Object.keys(row) as (keyof StaffRow)[]).some(key => row[key] !== stored[key])
  )
}
