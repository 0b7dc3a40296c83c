import { type AuditContext, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { guardiansErased, guardiansSaved } from './audit.ts'
import type { ToldGuardian } from './contract.ts'
import { deleteGuardians, deleteGuardiansOf, guardiansOf, writeGuardians } from './queries.ts'
import { guardianChange, type MissingOfGuardian } from './rules-register.ts'

export interface ToldOfStudent {
  readonly studentId: string
  readonly birthDate: PlainDate | null
  readonly guardians: readonly ToldGuardian[]
}

export interface SavedGuardians {
  /** The students of whom something changed. */
  readonly changed: ReadonlySet<string>
  /** Guardians who were left as they are, because nobody has told what they cannot be without. */
  readonly refused: readonly (MissingOfGuardian & { readonly studentId: string })[]
}

/** Stores what the register tells of guardians, only where it differs. */
export async function saveGuardians(
  transaction: WriteTransaction,
  { audit, source, today }: { audit: AuditContext; source: string; today: PlainDate },
  told: readonly ToldOfStudent[],
): Promise<SavedGuardians> {
  if (told.length === 0) return { changed: new Set(), refused: [] }
  const stored = await guardiansOf(
    transaction,
    told.map(one => one.studentId),
  )
  const byStudent = Map.groupBy(stored, one => one.studentId)
  const changes = told.map(({ birthDate, guardians, studentId }) => {
    const before = byStudent.get(studentId) ?? []
    const change = guardianChange(before, guardians, birthDate, today)
    const added = change.written.filter(row => row.id === undefined).length
    return { studentId, guardians: before.length + added - change.gone.length, ...change }
  })
  // A place in the order is freed before another guardian takes it.
  await deleteGuardians(
    transaction,
    changes.flatMap(change => change.gone),
  )
  const rows = changes.flatMap(({ studentId, written }) =>
    written.map(row => ({ ...row, studentId, id: row.id ?? newId() })),
  )
  await writeGuardians(transaction, rows, audit.now)
  const changed = changes.filter(({ gone, written }) => gone.length + written.length > 0)
  const events = changed.map(({ guardians, studentId }) => ({ studentId, details: { source, guardians } }))
  await record(transaction, audit, guardiansSaved, events)
  return {
    changed: new Set(changed.map(change => change.studentId)),
    refused: changes.flatMap(({ refused, studentId }) => refused.map(one => ({ ...one, studentId }))),
  }
}

/** Erases what is known of a student's guardians, and logs it where there was anything. */
export async function eraseGuardiansOf(
  transaction: WriteTransaction,
  audit: AuditContext,
  { reason, studentId }: { readonly studentId: string; readonly reason: string },
): Promise<void> {
  if (!(await deleteGuardiansOf(transaction, studentId))) return
  await record(transaction, audit, guardiansErased, { studentId, details: { reason } })
}
