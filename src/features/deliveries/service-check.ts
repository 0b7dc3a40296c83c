import { write } from '../../platform/db/door.ts'
import { newId, type Uuid } from '../../platform/ids.ts'
import { settingsOf } from '../settings/public.ts'
import type { Looked, NationalSession } from './contract-service.ts'
import { findPause, type Outcome, storeOutcomes } from './queries.ts'
import { type Claimed, claimToCheck, release, type StoredVersion, versionsTried } from './queries-claim.ts'
import { afterCheck, afterFault, type LookedAt } from './rules-verdict.ts'
import type { SenderOptions } from './service-options.ts'
import { deliveredForm, formOf, lookAt } from './service-try.ts'

const atOnce = 4
const batchSize = 32
/** Of one provider in one go: what is left is looked at an hour later. */
const mostBatches = 64
const versionsCompared = 5

/**
 * Looks whether what was delivered still stands in the service, and whether what was to be removed is gone; those first
 * that were not looked at for longest. Answers whether anything is to be sent again.
 */
export async function checkDue(options: SenderOptions, providerId: Uuid): Promise<boolean> {
  let session: NationalSession | undefined
  let again = false
  for (let batches = 0; batches < mostBatches && !options.stopping(); batches += 1) {
    const batch = await claimBatch(options, providerId)
    if (batch.rows.length === 0) return again
    if (session === undefined) {
      const opened = await options.national.open(providerId)
      if (!('kind' in opened)) session = opened
    }
    if (session === undefined) {
      await giveBack(options, providerId, batch.lease, batch.rows)
      return again
    }
    const { outcomes, untried } = await lookAtAll(options, providerId, session, batch)
    await write(options.database, providerId, async transaction => {
      await storeOutcomes(transaction, batch.lease, outcomes, options.now())
      await release(transaction, batch.lease, untried, false)
    })
    again ||= outcomes.some(outcome => outcome.state === 'waiting')
    // What cannot be looked at now is looked at later; a service that is away is not asked on and on.
    if (untried.length > 0) return again
  }
  return again
}

interface Batch {
  readonly lease: Uuid
  readonly until: Date
  readonly rows: readonly Claimed[]
}

function claimBatch(options: SenderOptions, providerId: Uuid): Promise<Batch> {
  const now = options.now()
  const id = newId(now.getTime())
  const until = new Date(now.getTime() + options.leaseMilliseconds)
  return write(options.database, providerId, async transaction => {
    const [{ nationalSender }, pause] = await Promise.all([settingsOf(transaction), findPause(transaction)])
    const rests = nationalSender !== 'here' || (pause !== undefined && !pause.mended && pause.due_at > now)
    const rows = rests ? [] : await claimToCheck(transaction, { id, now, until, limit: batchSize })
    return { lease: id, until, rows }
  })
}

async function lookAtAll(
  options: SenderOptions,
  providerId: Uuid,
  session: NationalSession,
  { rows, until }: Batch,
): Promise<{ outcomes: Outcome[]; untried: string[] }> {
  const outcomes: Outcome[] = []
  const untried: string[] = []
  let [at, stopped] = [0, false]
  const inTime = () =>
    until.getTime() - options.now().getTime() >
    options.national.requestMilliseconds + options.marginMilliseconds
  const work = async () => {
    for (let row = rows[at]; row !== undefined; row = rows[at]) {
      at += 1
      if (stopped || options.stopping() || !inTime()) untried.push(row.plan_id)
      else {
        const { outcome, stop } = await lookAtOne(options, providerId, session, row)
        stopped ||= stop
        if (outcome === undefined) untried.push(row.plan_id)
        else outcomes.push(outcome)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { outcomes, untried }
}

/** One plan of which no form can be made must not keep the others from being seen. */
async function lookAtOne(
  options: SenderOptions,
  providerId: Uuid,
  session: NationalSession,
  row: Claimed,
): Promise<{ readonly outcome?: Outcome; readonly stop: boolean }> {
  try {
    const looked = await lookAt(session, row, row.national_id ?? undefined)
    if (looked.kind === 'barred') return { stop: true }
    return { outcome: await outcomeOf(options, providerId, row, looked), stop: looked.kind === 'failed' }
  } catch (error) {
    options.log.failure(undefined, error, { part: 'deliveries' })
    const settled = afterFault(aboutOf(row))
    return { outcome: { ...settled, planId: row.plan_id, version: row.version, digest: null }, stop: false }
  }
}

const aboutOf = (row: Claimed) => ({
  state: row.state as LookedAt['state'],
  delivered: row.delivered_version !== null,
  nationalId: row.national_id ?? undefined,
  attempts: row.attempts,
})

async function outcomeOf(
  options: SenderOptions,
  providerId: Uuid,
  row: Claimed,
  looked: Looked,
): Promise<Outcome> {
  const about: LookedAt = {
    ...(await comparisonOf(options, providerId, row, looked)),
    ...aboutOf(row),
    jitter: options.random(),
  }
  return { ...afterCheck(looked, about), planId: row.plan_id, version: row.version, digest: null }
}

async function comparisonOf(
  { database, national }: SenderOptions,
  providerId: Uuid,
  row: Claimed,
  looked: Looked,
): Promise<Pick<LookedAt, 'asDelivered' | 'asTriedBefore'>> {
  if (looked.kind !== 'found' || row.state === 'removal') return { asDelivered: false, asTriedBefore: false }
  const delivered = deliveredForm(national, row)
  const options = { mayHaveErased: true }
  if (delivered !== undefined && national.agrees(delivered, looked.content, options)) {
    return { asDelivered: true, asTriedBefore: false }
  }
  const older = await write(database, providerId, transaction =>
    versionsTried(transaction, row.plan_id, versionsCompared),
  )
  const isThis = (version: StoredVersion) =>
    national.agrees(formOf(national, version, row), looked.content, options)
  return { asDelivered: false, asTriedBefore: older.some(isThis) }
}

async function giveBack(
  { database }: SenderOptions,
  providerId: Uuid,
  lease: Uuid,
  rows: readonly Claimed[],
): Promise<void> {
  const ids = rows.map(row => row.plan_id)
  await write(database, providerId, transaction => release(transaction, lease, ids, false))
}
