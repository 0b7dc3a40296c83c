import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { isUuid, uuidOf } from '../../platform/ids.ts'
import { instantIn } from '../../platform/time/helsinki.ts'
import { addDays, type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import type { AuditList, AuditSearch } from './contract.ts'
import { fi } from './i18n/fi-actions.ts'
import {
  type AuditEventRow,
  type AuditPlace,
  type AuditQuery,
  findActor,
  findEvents,
  findStudent,
  type Reader,
} from './queries.ts'
import { actionsOf } from './rules-kinds.ts'
import { actorView, studentView } from './rules-view.ts'

/** Every action that has words. */
export const knownActions: readonly string[] = Object.entries(fi).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map(verb => `${noun}.${verb}`),
)

export interface AuditPage {
  readonly rows: readonly AuditEventRow[]
  readonly next: string | undefined
  readonly about: AuditList['about']
}

/**
 * A page of what was searched for.
 * @throws AppError audit-log.cursor; audit-log.masked when both a masked student and an actor are asked for
 */
export async function searchAudit(
  transaction: ReadTransaction,
  reader: Reader & { readonly actor: Person },
  { after, limit, ...search }: AuditSearch & { after?: string; limit: number },
): Promise<AuditPage> {
  const about = await aboutWhom(transaction, reader, search)
  const query = { ...queryOf(search), after: placeOf(after), limit: limit + 1 }
  const rows = await findEvents(transaction, reader, query)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const behind = about.student?.protection === 'masked' ? skipped(query.after, shown.length) : undefined
  return { rows: shown, next: last && cursorOf(behind ?? last), about }
}

async function aboutWhom(
  transaction: ReadTransaction,
  reader: Reader & { readonly actor: Person },
  { actorId, studentId }: AuditSearch,
): Promise<AuditList['about']> {
  const student = studentId === undefined ? undefined : await findStudent(transaction, reader, studentId)
  if (student?.masked === true && actorId !== undefined)
    throw new AppError('audit-log.masked', 403, { pointer: '/actorId' })
  const { providerId } = reader.actor
  const actor = actorId === undefined ? undefined : await findActor(transaction, providerId, uuidOf(actorId))
  return {
    ...(student === undefined ? {} : { student: studentView(student) }),
    ...(actor === undefined ? {} : { actor: actorView(actor) }),
  }
}

function queryOf({ actorId, from, kind, studentId, to }: AuditSearch): Omit<AuditQuery, 'after' | 'limit'> {
  return {
    actorId,
    studentId,
    actions: kind === undefined ? undefined : actionsOf(kind, knownActions),
    from: from === undefined ? undefined : instantIn(plainDateOf(from), 0),
    until: to === undefined ? undefined : beginningAfter(plainDateOf(to)),
  }
}

/** The first instant behind a day of Helsinki. */
export const beginningAfter = (day: PlainDate): Date => instantIn(addDays(day, 1), 0)

const skipped = (before: AuditPlace | undefined, shown: number): AuditPlace => ({
  skip: (before !== undefined && 'skip' in before ? before.skip : 0) + shown,
})

const cursorOf = (place: AuditPlace): string =>
  Buffer.from(JSON.stringify('skip' in place ? [place.skip] : [place.at.toISOString(), place.id])).toString(
    'base64url',
  )

/** @throws AppError audit-log.cursor, when it was not made by us. */
function placeOf(cursor: string | undefined): AuditPlace | undefined {
  if (cursor === undefined) return undefined
  try {
    const [at, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (typeof at === 'number' && Number.isSafeInteger(at) && at >= 0) return { skip: at }
    const instant = typeof at === 'string' ? new Date(at) : new Date(Number.NaN)
    if (typeof id === 'string' && isUuid(id) && !Number.isNaN(instant.getTime())) return { at: instant, id }
  } catch {
    // Told below: a cursor that is no JSON is as foreign as one with other members.
  }
  throw new AppError('audit-log.cursor', 400, { pointer: '/after' })
}
