/** Who may read a comment: keys that name one person in one role, fixed when it is written. Pure. */
import type { Actor } from '../../platform/access/actor.ts'
import { addDays, dayOf, type PlainDate } from '../../platform/time/plain-date.ts'
import { isGuardianOn } from '../guardians/rules.ts'
import { daysOfNew, type NoReader, type ReaderChoice, type ReaderRole } from './contract.ts'

export const readerKey = (role: ReaderRole, id: string): string => `${role}:${id}`

/** The role that a stored key names. */
export const roleOfKey = (key: string): ReaderRole => key.slice(0, key.indexOf(':')) as ReaderRole

/** The keys under which an actor reads; `guardianId` where the actor is a guardian of this student today. */
export function keysOf(actor: Actor, guardianId: string | undefined): string[] {
  if (actor.kind !== 'person') return []
  const { id, roles, studentId } = actor
  return [
    ...(studentId === undefined ? [] : [readerKey('student', studentId)]),
    ...(roles.includes('teacher') ? [readerKey('teacher', id)] : []),
    ...(roles.includes('guidance') ? [readerKey('guidance', id)] : []),
    ...(guardianId === undefined ? [] : [readerKey('guardian', guardianId)]),
  ]
}

/** Whether a comment of somebody else's is lately written and not opened by a reader yet. */
export function isNewTo(
  row: {
    readonly author_id: string | null
    readonly written_at: Date
    readonly opened_by: readonly string[]
  },
  personId: string,
  today: PlainDate,
): boolean {
  if (row.author_id === personId || row.opened_by.includes(personId)) return false
  return dayOf(row.written_at) >= addDays(today, -daysOfNew)
}

interface Someone {
  readonly id: string
  readonly name: string
}

interface Guardian {
  readonly id: string
  readonly name: string | null
  readonly custody: boolean
  readonly endsOn: string | null
}

export interface Around {
  readonly student: Someone & { readonly protected: boolean }
  readonly teacher: Someone | undefined
  readonly guidance: readonly Someone[]
  readonly guardians: readonly Guardian[]
  readonly today: PlainDate
  /** Guardians' names are theirs: where one of them lives may be hidden from the student. */
  readonly namesGuardians: boolean
}

/** Everybody who may be named a reader, and why others may not. Whoever writes reads it anyway. */
export function choicesOf(around: Around, writer: Actor): ReaderChoice[] {
  const { guidance, student, teacher } = around
  const choices = [
    some('student', [student], undefined),
    some('teacher', teacher ? [teacher] : [], 'no-teacher'),
    some('guidance', guidance, 'no-guidance'),
    guardianChoice(around),
  ]
  const own = new Set(keysOf(writer, undefined))
  return choices.flatMap(choice => {
    // Of the writer's own role the others stay.
    const kept = choice.keys
      .map((key, at) => ({ key, name: choice.names[at] }))
      .filter(one => !own.has(one.key))
    if (kept.length === choice.keys.length) return [choice]
    const names = kept.flatMap(({ name }) => (name === undefined ? [] : [name]))
    return kept.length === 0 ? [] : [{ ...choice, keys: kept.map(({ key }) => key), names }]
  })
}

function some(role: ReaderRole, people: readonly Someone[], not: NoReader | undefined): ReaderChoice {
  return {
    role,
    keys: people.map(({ id }) => readerKey(role, id)),
    names: people.map(({ name }) => name),
    ...(people.length === 0 && not ? { not } : {}),
  }
}

function guardianChoice({ guardians, namesGuardians, student, today }: Around): ReaderChoice {
  const reading = guardians.filter(one => isGuardianOn(one, today))
  const not = student.protected
    ? 'guardian-protected'
    : reading.length > 0
      ? undefined
      : lacking(guardians, today)
  if (not !== undefined) return { role: 'guardian', keys: [], names: [], not }
  return {
    role: 'guardian',
    keys: reading.map(({ id }) => readerKey('guardian', id)),
    names: namesGuardians ? reading.flatMap(({ name }) => (name === null ? [] : [name])) : [],
  }
}

function lacking(guardians: readonly Guardian[], today: PlainDate): NoReader {
  if (guardians.length === 0) return 'guardian-none'
  const young = guardians.some(({ endsOn }) => endsOn === null || today < endsOn)
  return young ? 'guardian-no-custody' : 'guardian-of-age'
}

/**
 * Why these readers are not taken: somebody who has no right, or somebody who was not named. Undefined when each of them is
 * a choice now.
 */
export function readersFault(
  readers: readonly string[],
  choices: readonly ReaderChoice[],
): NoReader | 'readers-changed' | undefined {
  const known = new Set(choices.flatMap(({ keys }) => keys))
  for (const key of readers) {
    if (known.has(key)) continue
    return choices.find(({ role }) => role === roleOfKey(key))?.not ?? 'readers-changed'
  }
  return undefined
}
