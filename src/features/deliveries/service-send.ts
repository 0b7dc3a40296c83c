import { type WriteTransaction, write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { settingsOf } from '../settings/public.ts'
import type { Barred, NationalSession } from './contract-service.ts'
import {
  endPause,
  findPause,
  nextDue,
  type Outcome,
  type PauseRow,
  savePause,
  storeOutcomes,
} from './queries.ts'
import { type Claimed, claimToProbe, claimToSend, release, versionsBefore } from './queries-claim.ts'
import { barredWaits, pauseAfter, serviceWaits } from './rules.ts'
import { afterTry, goodStanding, type Standing, standingAfter } from './rules-verdict.ts'
import type { SenderOptions } from './service-options.ts'
import { type Tried, tryOnce } from './service-try.ts'

/** Leased plans, and how to go about them. */
interface Batch {
  readonly lease: Uuid
  readonly until: Date
  readonly rows: readonly Claimed[]
  /** While the sending rests one plan is tried, to see whether it works again. */
  readonly pause: PauseRow | undefined
  /** When there was nothing to lease: when there will be. */
  readonly nextDue: Date | undefined
}

const smallest = 8
const largest = 128
const quick = 2_000
const slow = 10_000
/** What stands in the service is sought among so many earlier versions. */
const versionsCompared = 5

/**
 * Sends what is due of one provider until nothing is, or the service is away. The next batch is leased while one is sent,
 * and outcomes are written while the next is on its way. Answers when there will be something to do.
 */
export async function sendDue(options: SenderOptions, providerId: Uuid): Promise<Date | undefined> {
  let session: NationalSession | Barred | undefined
  let size = smallest
  let writing: Promise<unknown> = Promise.resolve()
  let ahead: Promise<Batch> | undefined
  for (;;) {
    const batch: Batch = await (ahead ?? claimBatch(options, providerId, size))
    ahead = undefined
    if (batch.rows.length === 0) {
      await writing
      return batch.nextDue
    }
    session ??= await options.national.open(providerId)
    const whole = batch.rows.length >= size && batch.pause === undefined && !options.stopping()
    if (whole) ahead = claimBatch(options, providerId, size)
    // Who awaits it is told; until then its failure is nobody's.
    ahead?.catch(() => undefined)
    const began = performance.now()
    const { standing, tries } = await sendBatch(options, providerId, session, batch)
    size = nextSize(size, performance.now() - began)
    await writing
    writing = storeBatch(options, providerId, batch, tries, standing)
    // Awaited before the end of this round only where the next one needs to know.
    writing.catch(() => undefined)
    if (standing.stop !== undefined || options.stopping()) {
      await writing
      await giveBack(options, providerId, await ahead)
      return options.stopping() ? undefined : (await findPauseOf(options, providerId))?.due_at
    }
    if (batch.pause !== undefined) await writing
  }
}

function nextSize(size: number, milliseconds: number): number {
  if (milliseconds < quick) return Math.min(size * 2, largest)
  return milliseconds > slow ? Math.max(Math.floor(size / 2), smallest) : size
}

function claimBatch(options: SenderOptions, providerId: Uuid, size: number): Promise<Batch> {
  const now = options.now()
  const lease = { id: newId(now.getTime()), now, until: new Date(now.getTime() + options.leaseMilliseconds) }
  const nothing = { lease: lease.id, until: lease.until, rows: [] }
  return write(options.database, providerId, async transaction => {
    const [{ nationalSender }, pause] = await Promise.all([settingsOf(transaction), findPause(transaction)])
    if (nationalSender !== 'here') return { ...nothing, pause, nextDue: undefined }
    const rests = pause !== undefined && !pause.mended && pause.due_at > now
    if (rests) return { ...nothing, pause, nextDue: pause.due_at }
    const rows = await (pause === undefined
      ? claimToSend(transaction, { ...lease, limit: size })
      : claimToProbe(transaction, { ...lease, limit: 1 }))
    const due = rows.length === 0 ? await nextDue(transaction) : undefined
    return { lease: lease.id, until: lease.until, rows, pause, nextDue: due }
  })
}

/** What came of each plan; none where it was not tried, because the service is away or the lease too short. */
interface Sending {
  readonly tries: readonly (Tried | undefined)[]
  readonly standing: Standing
}

async function sendBatch(
  options: SenderOptions,
  providerId: Uuid,
  session: NationalSession | Barred,
  { pause, rows, until }: Batch,
): Promise<Sending> {
  const tries: (Tried | undefined)[] = rows.map(() => undefined)
  if ('kind' in session) return { tries, standing: { ...goodStanding, stop: { barred: true, ...session } } }
  let standing = goodStanding
  let at = 0
  const inTime = () =>
    until.getTime() - options.now().getTime() >
    options.national.requestMilliseconds + options.marginMilliseconds
  const earlier = (row: Claimed) =>
    write(options.database, providerId, tx => versionsBefore(tx, row.plan_id, row.version, versionsCompared))
  const complain = (error: unknown) => options.log.failure(undefined, error, { part: 'deliveries' })
  const work = async () => {
    for (let mine = at; mine < rows.length; mine = at) {
      at += 1
      const row = rows[mine]
      if (row === undefined || standing.stop !== undefined || options.stopping() || !inTime()) return
      const tried = await tryOnce({ national: options.national, session, inTime, earlier, complain }, row)
      tries[mine] = tried
      standing = standingAfter(standing, tried.verdict, pause !== undefined)
    }
  }
  await Promise.all(Array.from({ length: options.atOnce }, work))
  return { tries, standing }
}

function storeBatch(
  options: SenderOptions,
  providerId: Uuid,
  { lease, pause, rows }: Batch,
  tries: Sending['tries'],
  { answered, stop }: Standing,
): Promise<void> {
  const now = options.now()
  const outcomes: Outcome[] = []
  const untried: string[] = []
  for (const [at, row] of rows.entries()) {
    const tried = tries[at]
    if (tried === undefined) untried.push(row.plan_id)
    else outcomes.push(outcomeOf(row, tried, options.random()))
  }
  return write(options.database, providerId, async transaction => {
    await storeOutcomes(transaction, lease, outcomes, now)
    await release(transaction, lease, untried, true)
    if (stop !== undefined) await rest(options, transaction, providerId, stop, pause?.tries ?? 0)
    else if (pause !== undefined && answered) await endPause(transaction, now)
  })
}

function outcomeOf(row: Claimed, tried: Tried, jitter: number): Outcome {
  const { digest, nationalId, sent, verdict } = tried
  const known = {
    attempts: row.attempts,
    sent,
    nationalId: nationalId ?? row.national_id ?? undefined,
    jitter,
  }
  return { ...afterTry(verdict, known), planId: row.plan_id, version: row.version, digest }
}

async function rest(
  options: SenderOptions,
  transaction: WriteTransaction,
  providerId: Uuid,
  stop: NonNullable<Standing['stop']>,
  before: number,
): Promise<void> {
  const now = options.now()
  const tries = before + 1
  const waits = stop.barred ? barredWaits : serviceWaits
  const pause = pauseAfter(tries, options.random(), waits, stop.retryAfterMilliseconds)
  const failure = stop.failure ?? { code: 'fault' }
  await savePause(transaction, providerId, { failure, now, tries, dueAt: new Date(now.getTime() + pause) })
}

const findPauseOf = ({ database }: SenderOptions, providerId: Uuid) => write(database, providerId, findPause)

async function giveBack(
  { database }: SenderOptions,
  providerId: Uuid,
  batch: Batch | undefined,
): Promise<void> {
  if (batch === undefined) return
  const ids = batch.rows.map(row => row.plan_id)
  await write(database, providerId, transaction => release(transaction, batch.lease, ids, true))
}
