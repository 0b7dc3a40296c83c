import type { Actor } from '../../platform/access/actor.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { hiddenMark } from '../plans/rules-protection.ts'
import type { NationalSender } from '../settings/contract.ts'
import { displayName } from '../students/rules.ts'
import { protectedRow, protectionOf } from '../students/rules-protection.ts'
import { deliveryAccess } from './access.ts'
import type {
  DeliveryAction,
  DeliveryFailure,
  DeliveryPause,
  DeliveryRow,
  DeliveryTry,
  PlanDelivery,
  Removal,
  RemovalRow,
} from './contract.ts'
import type { Failure } from './contract-service.ts'
import type { PauseRow } from './queries.ts'
import type {
  Counts,
  EventRow,
  ListedRow,
  PlanDeliveryRow,
  RemovalListRow,
  RemovalRowParts,
  StandingRow,
  WhoseRow,
} from './queries-view.ts'
import { actionsIn } from './rules-actions.ts'

export interface Reader {
  readonly actor: Actor
  readonly language: Language
  readonly text: TextOf
  readonly now: Date
}

/** Members that have a value. */
type Given<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> }

function given<T extends object>(members: T): Given<T> {
  const kept = Object.entries(members).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(kept) as Given<T>
}

const instant = (at: Date | null | undefined): string | undefined => at?.toISOString()

/** Servers and numbers of answers are for those who keep the connection; others are told what it means. */
const keepsConnection = ({ actor }: Reader): boolean =>
  actor.kind === 'person' && actor.roles.includes('administrator')

const ofConnection = (code: string): boolean => code.startsWith('service-')
const passing = ['service-away', 'service-slow', 'service-half', 'service-failed']

function plainCode(code: string): string {
  if (code === 'refused') return 'refused-plain'
  if (passing.includes(code)) return 'away-plain'
  return ofConnection(code) ? 'connection-plain' : code
}

function textOfFailure(reader: Reader, { code, params }: Failure): string {
  const told = keepsConnection(reader) ? code : plainCode(code)
  return reader.text(reader.language, `deliveries.failures.${told}`, params ?? {})
}

/** The service's own words; those of a connection that fails name servers. */
const wordsOf = (reader: Reader, { code, message }: Failure): { message?: string } =>
  ofConnection(code) && !keepsConnection(reader) ? {} : given({ message })

/** When the service last did not answer, unless it has since. */
export function unansweredOf({ answered, unanswered }: Counts): { unansweredAt?: string } {
  if (unanswered === undefined || (answered !== undefined && answered >= unanswered)) return {}
  return { unansweredAt: unanswered.toISOString() }
}

function failureOf(
  reader: Reader,
  { failed_at, failure, masked }: Pick<StandingRow, 'failure' | 'failed_at'> & { masked: boolean },
): DeliveryFailure | undefined {
  if (failure === null || failed_at === null) return undefined
  const { code, findings = [] } = failure
  // The service's own words may name what a turvakielto hides.
  const said = masked ? {} : wordsOf(reader, failure)
  return {
    ...{ code, text: textOfFailure(reader, failure), at: failed_at.toISOString(), ...said },
    findings: findings.map(({ pointer, text }) => ({ pointer, text: masked ? hiddenMark : text })),
  }
}

export function pauseOf(reader: Reader, pause: PauseRow | undefined): DeliveryPause | undefined {
  if (pause === undefined) return undefined
  const { due_at, failed_at, failure, since, tries } = pause
  return {
    ...{ code: failure.code, text: textOfFailure(reader, failure), ...wordsOf(reader, failure) },
    ...{ at: failed_at.toISOString(), since: since.toISOString(), nextTryAt: due_at.toISOString(), tries },
  }
}

function tryOf(reader: Reader, { at, failure, outcome, status, version }: EventRow): DeliveryTry {
  const failed = failure === null ? undefined : { code: failure.code, text: textOfFailure(reader, failure) }
  return {
    at: at.toISOString(),
    outcome: outcome as DeliveryTry['outcome'],
    ...given({ version, status: keepsConnection(reader) ? status : null, failure: failed }),
  }
}

function removalOf(row: RemovalRowParts & { masked: boolean }): Removal | undefined {
  if (row.reason === null || row.asked_at === null) return undefined
  const people = row.masked ? {} : given({ askedBy: row.asked_by, toldDoneBy: row.told_done_by })
  return {
    reason: row.masked ? hiddenMark : row.reason,
    askedAt: row.asked_at.toISOString(),
    ...people,
    ...given({
      toldDoneAt: instant(row.told_done_at),
      checkedAt: instant(row.checked_at),
      confirmedAt: instant(row.removal_confirmed_at),
    }),
  }
}

const isTrying = (row: StandingRow, now: Date): boolean => row.leased_until !== null && row.leased_until > now

/** When it is tried next, of a plan that waits. */
const nextTry = (row: StandingRow): string | undefined =>
  row.state === 'waiting' ? instant(row.due_at) : undefined

export const maybeThere = (row: StandingRow): boolean => row.national_id !== null || (row.attempts ?? 0) > 0

function permitted(
  reader: Reader,
  row: StandingRow & RemovalRowParts & { masked: boolean },
): DeliveryAction[] {
  const standing = {
    state: row.state ?? undefined,
    maybeThere: maybeThere(row),
    toldRemoved: row.told_done_at !== null,
  }
  return actionsIn(standing).filter(
    action => deliveryAccess[action].may(reader.actor, {}) && !(row.masked && action === 'ask-removal'),
  )
}

export interface Around {
  readonly sender: NationalSender
  readonly pause: PauseRow | undefined
}

export function planDelivery(
  reader: Reader,
  row: PlanDeliveryRow,
  events: readonly EventRow[],
  { pause, sender }: Around,
): PlanDelivery {
  return {
    planId: row.plan_id,
    sender,
    attempts: row.attempts ?? 0,
    tryingNow: isTrying(row, reader.now),
    history: events.map(event => tryOf(reader, event)),
    permittedActions: permitted(reader, row),
    ...given({
      state: row.state,
      approvedVersion: row.approved_version,
      wantedVersion: row.wanted_version,
      deliveredVersion: row.delivered_version,
      nationalId: row.national_id,
      waitingSince: instant(row.waiting_since),
      deliveredAt: instant(row.delivered_at),
      confirmedAt: instant(row.confirmed_at),
      nextTryAt: nextTry(row),
      failure: failureOf(reader, row),
      pause: pauseOf(reader, pause),
      removal: removalOf(row),
      protection: protectionOf(row),
    }),
  }
}

function studentOf(row: WhoseRow): DeliveryRow['student'] {
  const name = displayName(protectedRow(row))
  return { studentOid: row.student_oid, ...given({ id: row.student_id, name }) }
}

export function deliveryRow(reader: Reader, row: ListedRow): DeliveryRow {
  return {
    planId: row.plan_id,
    student: studentOf(row),
    studyRightOid: row.study_right_oid,
    state: row.state,
    wantedVersion: row.wanted_version ?? 0,
    waitingSince: row.waiting_since.toISOString(),
    attempts: row.attempts ?? 0,
    ...given({
      deliveredVersion: row.delivered_version,
      deliveredAt: instant(row.delivered_at),
      nextTryAt: nextTry(row),
      failure: failureOf(reader, row),
      protection: protectionOf(row),
    }),
  }
}

export function removalRow(reader: Reader, row: RemovalListRow): RemovalRow {
  return {
    planId: row.plan_id,
    student: studentOf(row),
    studyRightOid: row.study_right_oid,
    removal: removalOf(row) ?? { reason: row.reason, askedAt: row.asked_at.toISOString() },
    permittedActions: permitted(reader, row),
    ...given({ nationalId: row.national_id, protection: protectionOf(row) }),
  }
}
