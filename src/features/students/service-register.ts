import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'
import { type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import { type PresentGroup, saveGroups, type ToldGroup } from '../groups/public.ts'
import { type MissingOfGuardian, saveGuardians } from '../guardians/public.ts'
import { findStaffIds } from '../staff/public.ts'
import { studentProtected, studentSaved, studentUnprotected, studentVanished } from './audit.ts'
import type { RegisterStudent } from './contract-register.ts'
import { saveKeys } from './queries-keys.ts'
import { countProtectionChange } from './queries-protection.ts'
import {
  countMissing,
  findToldGroups,
  type LockedStudent,
  lockStudents,
  markVanished,
  writeContacts,
  writeStudents,
} from './queries-register.ts'
import { keysOf } from './rules-keys.ts'
import { differs, mergeContact, mergeStudent, type StoredContact, type StoredStudent } from './rules-merge.ts'

export interface RegisterContext {
  readonly audit: AuditContext
  readonly source: string
  readonly today: PlainDate
}

export interface SavedStudents {
  /** Students of whom anything changed. */
  readonly written: number
  /** New ones, whom a plan may have been waiting for. */
  readonly added: readonly { readonly id: string; readonly studentOid: string }[]
  /** Learner numbers whose teacher nobody knows: nothing of them was stored. */
  readonly unknownTeacher: readonly string[]
  /** Guardians who were left as they are, because nobody has told their name or custody. */
  readonly refusedGuardians: readonly (MissingOfGuardian & { readonly studentOid: string })[]
}

interface Merged {
  readonly told: RegisterStudent
  readonly before: LockedStudent | undefined
  readonly row: StoredStudent
  readonly contact: StoredContact
  readonly changed: boolean
  readonly contactChanged: boolean
}

/** Stores what the students' file tells, only where it differs; who has been erased stays so. */
export async function saveRegisterStudents(
  transaction: WriteTransaction,
  context: RegisterContext,
  students: readonly RegisterStudent[],
): Promise<SavedStudents> {
  const { audit } = context
  const teachers = await findStaffIds(transaction, [...new Set(students.flatMap(one => one.teacher ?? []))])
  const good = students.filter(one => !one.teacher || teachers.has(one.teacher))
  const oids = good.map(one => one.studentOid)
  const before = await findToldGroups(transaction, oids)
  const groups = await saveGroups(transaction, context, groupsIn(good, teachers, before))
  const locked = await lockStudents(transaction, oids)
  const merged = good
    .filter(one => locked.get(one.studentOid)?.erased !== true)
    .map(told => mergeOne(told, locked.get(told.studentOid), { teachers, groups }))
  await writeAll(transaction, audit.now, merged)
  const guardians = await saveGuardians(transaction, context, guardiansIn(merged))
  const written = merged.filter(one => one.changed || one.contactChanged || guardians.changed.has(one.row.id))
  await recordAll(transaction, context, written)
  return {
    written: written.length,
    added: merged
      .filter(one => one.before === undefined)
      .map(({ row }) => ({ id: row.id, studentOid: row.student_oid })),
    unknownTeacher: students.filter(one => !good.includes(one)).map(one => one.studentOid),
    refusedGuardians: guardians.refused.map(({ studentId, ...one }) => ({
      ...one,
      studentOid: merged.find(({ row }) => row.id === studentId)?.row.student_oid ?? '',
    })),
  }
}

/** The groups of a batch, with the teachers told for their students. `before`: what was told of each student last time. */
function groupsIn(
  students: readonly RegisterStudent[],
  teachers: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string | null>,
): ToldGroup[] {
  const inGroups = students.flatMap(one => (one.group ? [{ ...one, group: one.group }] : []))
  return [...Map.groupBy(inGroups, one => one.group)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, members]) => {
      const name = members.find(one => one.groupName)?.groupName
      const told = members.flatMap(one => (one.teacher ? (teachers.get(one.teacher) ?? []) : []))
      const news = members.some(one => before.get(one.studentOid) !== code)
      return { code, ...(name ? { name } : {}), teachers: told, news }
    })
}

function mergeOne(
  told: RegisterStudent,
  before: LockedStudent | undefined,
  meanings: { teachers: ReadonlyMap<string, string>; groups: ReadonlyMap<string, PresentGroup> },
): Merged {
  const row = mergeStudent(before?.student, told, meanings, newId())
  const contact = mergeContact(before?.contact, told.contact)
  return {
    told,
    before,
    row,
    contact,
    changed: before === undefined || before.vanished || !before.told || differs(before.student, row),
    contactChanged: differs(before?.contact, contact),
  }
}

async function writeAll(transaction: WriteTransaction, now: Date, merged: readonly Merged[]): Promise<void> {
  const changed = merged.filter(one => one.changed).map(one => one.row)
  await writeStudents(transaction, changed, now)
  await saveKeys(
    transaction,
    changed.map(row => ({
      studentId: row.id,
      keys: keysOf({
        givenNames: row.given_names,
        calledName: row.called_name,
        familyName: row.family_name,
        studentOid: row.student_oid,
        studentNumber: row.student_number,
        protected: row.protected,
      }),
    })),
  )
  const contacts = merged.filter(one => one.contactChanged)
  await writeContacts(
    transaction,
    contacts.map(({ contact, row }) => ({ student_id: row.id, ...contact })),
    now,
  )
}

function guardiansIn(merged: readonly Merged[]) {
  return merged.flatMap(({ row, told }) =>
    told.guardians === undefined
      ? []
      : [
          {
            studentId: row.id,
            birthDate: row.birth_date === null ? null : plainDateOf(row.birth_date),
            guardians: told.guardians,
          },
        ],
  )
}

/** A turvakielto that came or went is an event of its own: somebody will ask since when. */
async function recordAll(
  transaction: WriteTransaction,
  { audit, source }: RegisterContext,
  written: readonly Merged[],
): Promise<void> {
  const details = { source }
  const of = (list: readonly Merged[]) => list.map(({ row }) => ({ studentId: row.id, details }))
  const was = ({ before }: Merged) => before?.student.protected ?? false
  await record(transaction, audit, studentSaved, of(written))
  const began = of(written.filter(one => one.row.protected && !was(one)))
  const ended = of(written.filter(one => !one.row.protected && was(one)))
  await record(transaction, audit, studentProtected, began)
  await record(transaction, audit, studentUnprotected, ended)
  if (began.length + ended.length > 0) await countProtectionChange(transaction, audit.actor.providerId)
}

/**
 * More than half of the students, and not just a few of a small provider: the file is rather not whole. In June a third
 * may leave at once, and must be able to.
 */
const tooMany = ({ gone, all }: { gone: number; all: number }): boolean => gone > 20 && gone * 2 > all

/** Marks whom a file of the whole register no longer has; `held`: so many that nobody was. */
export async function vanishStudents(
  transaction: WriteTransaction,
  { audit, source }: Pick<RegisterContext, 'audit' | 'source'>,
  runId: string,
): Promise<{ marked: number; held?: number }> {
  const missing = await countMissing(transaction, runId)
  if (tooMany(missing)) return { marked: 0, held: missing.gone }
  const ids = await markVanished(transaction, runId, audit.now)
  const details = { source }
  await record(
    transaction,
    audit,
    studentVanished,
    ids.map(studentId => ({ studentId, details })),
  )
  return { marked: ids.length }
}
