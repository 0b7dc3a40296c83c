import type { RegisterContact, RegisterStudent } from './contract-register.ts'
import { calledNameOf, sortNameOf } from './rules.ts'

/** A student as stored, with how they are reached. */
export interface StoredStudent {
  readonly id: string
  readonly student_oid: string
  readonly student_number: string | null
  readonly given_names: string | null
  readonly called_name: string | null
  readonly family_name: string | null
  readonly birth_date: string | null
  readonly group_code: string | null
  readonly language: string | null
  readonly teacher_id: string | null
  readonly protected: boolean
  /** Set by hand: a register's word does not lift it. */
  readonly protected_here: boolean
  readonly told_group: string | null
  readonly told_teacher: string | null
  readonly sort_name: string
}

export interface StoredContact {
  readonly email: string | null
  readonly phone: string | null
  readonly street: string | null
  readonly postal_code: string | null
  readonly city: string | null
}

/** What the names that the register uses mean here. */
export interface Meanings {
  /** Ids by staff number. */
  readonly teachers: ReadonlyMap<string, string>
  /** By the code that was told, or that is stored: the group of today and its teacher. */
  readonly groups: ReadonlyMap<string, { readonly code: string; readonly teacherId: string | null }>
}

/** What was told, else what is stored. */
const or = <T>(told: T | null | undefined, stored: T | null | undefined): T | null =>
  told === undefined ? (stored ?? null) : told

/**
 * The student as they should be stored. Group and teacher follow the register only where it tells something else than
 * last time: what was decided here since then stays. A called name, birth date or language that it does not know may be
 * another register's.
 */
export function mergeStudent(
  stored: StoredStudent | undefined,
  told: RegisterStudent,
  meanings: Meanings,
  newId: string,
): StoredStudent {
  const names = {
    given_names: told.givenNames,
    called_name: calledNameOf(told, stored),
    family_name: told.familyName,
  }
  const protectedHere = stored?.protected_here ?? false
  const isProtected = protectedHere || (told.protected ?? stored?.protected ?? false)
  return {
    id: stored?.id ?? newId,
    student_oid: told.studentOid,
    student_number: or(told.studentNumber, stored?.student_number),
    ...names,
    birth_date: told.birthDate ?? stored?.birth_date ?? null,
    language: told.language ?? stored?.language ?? null,
    protected: isProtected,
    protected_here: protectedHere,
    sort_name: sortNameOf({ ...names, protected: isProtected }),
    ...placeOf(stored, told, meanings),
  }
}

type Place = Pick<StoredStudent, 'group_code' | 'teacher_id' | 'told_group' | 'told_teacher'>

function placeOf(
  stored: StoredStudent | undefined,
  told: RegisterStudent,
  { groups, teachers }: Meanings,
): Place {
  const told_group = or(told.group, stored?.told_group)
  const told_teacher = or(told.teacher, stored?.told_teacher)
  const newGroup = told_group !== (stored?.told_group ?? null)
  const newTeacher = told_teacher !== (stored?.told_teacher ?? null)
  const meant = told_group === null ? null : (groups.get(told_group)?.code ?? told_group)
  const group_code = newGroup ? meant : (stored?.group_code ?? null)
  const ofGroup =
    group_code === null ? null : (groups.get(group_code)?.teacherId ?? ofCode(groups, group_code))
  const own = told_teacher === null ? null : (teachers.get(told_teacher) ?? null)
  const moved = newTeacher || (newGroup && told_teacher === null)
  const teacher_id = moved ? (own ?? ofGroup) : (stored?.teacher_id ?? own ?? ofGroup)
  return { group_code, teacher_id, told_group, told_teacher }
}

/** The teacher of a group that was told by the code of an earlier year. */
function ofCode(groups: Meanings['groups'], code: string): string | null {
  for (const group of groups.values()) if (group.code === code) return group.teacherId
  return null
}

export function mergeContact(stored: StoredContact | undefined, told: RegisterContact): StoredContact {
  return {
    email: or(told.email, stored?.email),
    phone: or(told.phone, stored?.phone),
    street: or(told.street, stored?.street),
    postal_code: or(told.postalCode, stored?.postal_code),
    city: or(told.city, stored?.city),
  }
}

/** Whether any member differs from what is stored; an absent row is one of nulls. */
export function differs<T extends object>(stored: T | undefined, row: T): boolean {
  return (Object.keys(row) as (keyof T)[]).some(key => (stored?.[key] ?? null) !== row[key])
}
