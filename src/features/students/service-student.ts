import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import type { Guardian } from '../guardians/contract.ts'
import { guardiansOf } from '../guardians/public.ts'
import { comesOfAgeOn, isGuardianOn } from '../guardians/rules.ts'
import { staffName } from '../staff/rules.ts'
import { studentAccess } from './access.ts'
import type { ShownGuardian, StudentCard } from './contract-student.ts'
import { findStudentCard, type StudentCardRow } from './queries-student.ts'
import { protectedRow } from './rules-protection.ts'
import { listedRow, type QualificationNames } from './rules-search-row.ts'

interface Reading {
  readonly actor: Actor
  readonly today: PlainDate
  readonly qualificationNames: QualificationNames
}

/** A student as the reader may have them; undefined when there is none for them. */
export async function studentCard(
  transaction: ReadTransaction,
  reading: Reading,
  studentId: string,
): Promise<StudentCard | undefined> {
  const found = await findStudentCard(transaction, reading.actor, reading.today, studentId)
  if (found === undefined) return undefined
  // What is masked is not even read; and where a guardian lives may be hidden from the student.
  const own = reading.actor.kind === 'person' && reading.actor.studentId === studentId
  const guardians = found.masked || own ? [] : await guardiansOf(transaction, [studentId])
  const row = protectedRow(found)
  const permitted = studentAccess.permitted(reading.actor, { studentId })
  return {
    ...listedWithout(row, reading),
    ...basicsOf(row),
    ...(row.masked ? {} : { contact: contactOf(row) }),
    guardians: guardians.map(one => shownGuardian(one, row.birth_date, reading.today)),
    permittedActions: [
      ...(permitted.includes('reveal') && row.masked ? (['reveal'] as const) : []),
      ...(permitted.includes('erase') && !row.erased ? (['erase'] as const) : []),
      ...(permitted.includes('protect') && !row.erased && !row.protected ? (['protect'] as const) : []),
      ...(permitted.includes('unprotect') && !row.erased && row.protected ? (['unprotect'] as const) : []),
    ],
  }
}

/** As a list shows the student; the group is told with its name instead. */
function listedWithout(row: StudentCardRow, { qualificationNames }: Reading) {
  const { group: _code, ...listed } = listedRow(row, qualificationNames)
  return listed
}

function basicsOf(row: StudentCardRow) {
  const teacher = { given_names: row.teacher_given_names, family_name: row.teacher_family_name }
  return {
    ...member('givenNames', row.given_names),
    ...member('studentNumber', row.student_number),
    ...member('birthDate', row.birth_date),
    ...member('language', row.language),
    ...(row.group_code === null
      ? {}
      : { group: { code: row.group_code, ...member('name', row.group_name) } }),
    // The teacher tells the group.
    ...(row.teacher_id === null || row.masked
      ? {}
      : { teacher: { id: row.teacher_id, name: staffName(teacher) } }),
    ...(row.erased ? { erased: true } : {}),
  }
}

function contactOf(row: StudentCardRow) {
  return {
    ...member('email', row.email),
    ...member('phone', row.phone),
    ...member('street', row.street),
    ...member('postalCode', row.postal_code),
    ...member('city', row.city),
  }
}

function shownGuardian(guardian: Guardian, birthDate: string | null, today: PlainDate): ShownGuardian {
  const endsOn = endOf(guardian, birthDate)
  const ended = endsOn !== null && today >= endsOn
  return {
    ...member('name', guardian.name),
    // Nobody needs the way to those of whom nothing is told any more.
    ...member('email', ended ? null : guardian.email),
    ...member('phone', ended ? null : guardian.phone),
    ...member('language', guardian.language),
    custody: guardian.custody,
    mayBeTold: isGuardianOn({ custody: guardian.custody, endsOn }, today),
    ended,
    ...member('endsOn', endsOn),
  }
}

/** The register may have mended the birth date since the end was last renewed: the earlier end holds. */
function endOf({ endsOn: told }: Guardian, birthDate: string | null): PlainDate | null {
  const endsOn = told === null ? null : plainDateOf(told)
  if (endsOn === null || birthDate === null) return endsOn
  const ofAge = comesOfAgeOn(plainDateOf(birthDate))
  return ofAge < endsOn ? ofAge : endsOn
}

function member<K extends string>(key: K, value: string | null): { [P in K]?: string } {
  return value === null ? {} : ({ [key]: value } as { [P in K]?: string })
}
