import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { Refusal, RowCounts, RunState } from './contract.ts'
import { type FetchCursor, hasInput, isSuperseded, type RunRow, worth } from './queries.ts'
import { activeStates, heartbeatLimit } from './rules-runs.ts'

/** A run in the hands of one worker. */
export interface Claim {
  readonly providerId: Uuid
  readonly runId: string
  readonly worker: Uuid
}

/** Runs of one provider are given their turns one after the other. */
export async function lockTurns(transaction: WriteTransaction, providerId: string): Promise<void> {
  await transaction
    .selectFrom('provider')
    .select('id')
    .where('id', '=', providerId)
    .forNoKeyUpdate()
    .execute()
}

const active = sql.join(activeStates.map(state => sql.lit(state)))

// Files of a command stand on its own machine: when it has died, nobody else goes on, so nobody waits for it.
const worked = (now: Date, patience: number) => {
  const oldest = new Date(now.getTime() - patience)
  return sql`(origin not in ('command', 'demo') or heartbeat_at > ${oldest}::timestamptz)`
}

/** Whether another run of the kind is under way, or came before and waits. */
export async function mustWait(
  transaction: ReadTransaction,
  run: Pick<RunRow, 'id' | 'kind'>,
  now: Date,
  patience = heartbeatLimit,
): Promise<boolean> {
  const result = await sql`
    select 1 from import_run where kind = ${run.kind} and id <> ${run.id}
      and (state in (${active}) or (state = 'waiting' and id < ${run.id})) and ${worked(now, patience)} limit 1`.execute(
    transaction,
  )
  return result.rows.length > 0
}

export async function takeRun(
  transaction: WriteTransaction,
  claim: Claim,
  state: RunState,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('import_run')
    .set({
      state,
      worker: claim.worker,
      heartbeat_at: now,
      started_at: sql`coalesce(started_at, ${now}::timestamptz)`,
      storing_at: state === 'storing' ? now : null,
      storing_from: sql`position`,
      attempts: sql`attempts + 1`,
    })
    .where('id', '=', claim.runId)
    .execute()
}

/**
 * Whether the run is still in these hands, in that state and so far. It stays so until the transaction ends: who would
 * take it over or stop it waits.
 */
export async function holdRun(
  transaction: WriteTransaction,
  { runId, worker }: Claim,
  state: RunState,
  position?: number,
): Promise<boolean> {
  let query = transaction
    .selectFrom('import_run')
    .select('id')
    .where('id', '=', runId)
    .where('worker', '=', worker)
    .where('state', '=', state)
    .forNoKeyUpdate()
  if (position !== undefined) query = query.where('position', '=', position)
  return (await query.execute()).length === 1
}

export interface RunAdvance {
  readonly state?: RunState
  readonly total?: number
  readonly position?: number
  readonly counts?: RowCounts
  readonly cursor?: FetchCursor
  readonly storingAt?: Date
  readonly finishedAt?: Date
  readonly failure?: Refusal & { readonly document: string }
}

/** What a worker has done; getting on is a sign of life, and ends the counting of tries. */
export async function advanceRun(
  transaction: WriteTransaction,
  { runId, worker }: Claim,
  { counts, cursor, failure, finishedAt, position, state, storingAt, total }: RunAdvance,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('import_run')
    .set({
      heartbeat_at: now,
      attempts: 0,
      ...(state === undefined ? {} : { state }),
      ...(total === undefined ? {} : { total }),
      ...(position === undefined ? {} : { position }),
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(cursor === undefined ? {} : { cursor: JSON.stringify(cursor) }),
      ...(storingAt === undefined ? {} : { storing_at: storingAt }),
      ...(finishedAt === undefined ? {} : { finished_at: finishedAt, worker: null }),
      ...(failure === undefined ? {} : { failure: JSON.stringify(failure) }),
    })
    .where('id', '=', runId)
    .where('worker', '=', worker)
    .execute()
}

/** A sign of life between batches. @returns whether the run is still in these hands */
export async function beat(transaction: WriteTransaction, claim: Claim, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('import_run')
    .set({ heartbeat_at: now })
    .where('id', '=', claim.runId)
    .where('worker', '=', claim.worker)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A command that waits for its turn lets it be known that it is still there. */
export async function beatWaiting(transaction: WriteTransaction, runId: string, now: Date): Promise<void> {
  await transaction
    .updateTable('import_run')
    .set({ heartbeat_at: now })
    .where('id', '=', runId)
    .where('state', '=', 'waiting')
    .execute()
}

export interface NewNote extends Refusal {
  readonly outcome: 'refused' | 'kept'
  readonly document: string
}

/** Adds to the report, after what it holds already. */
export async function insertNotes(
  transaction: WriteTransaction,
  { providerId, runId }: Claim,
  notes: readonly NewNote[],
): Promise<void> {
  if (notes.length === 0) return
  await sql`
    insert into import_note (provider_id, run_id, number, outcome, document, pointer, code, params)
    select ${providerId}::uuid, ${runId}::uuid, last.number + n.at, n.note->>'outcome', n.note->>'document',
      n.note->>'pointer', n.note->>'code', n.note->'params'
    from jsonb_array_elements(${JSON.stringify(notes)}::jsonb) with ordinality as n (note, at),
      (select coalesce(max(number), 0) as number from import_note where run_id = ${runId}::uuid) as last`.execute(
    transaction,
  )
}

/** Remembers keys of a whole register that have been met. */
export async function insertSeen(
  transaction: WriteTransaction,
  { providerId, runId }: Claim,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return
  await sql`
    insert into import_seen (provider_id, run_id, key)
    select ${providerId}::uuid, ${runId}::uuid, key from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as key
    on conflict do nothing`.execute(transaction)
}

/** Runs of a tenant that somebody should look at: whoever does decides under the lock. */
export async function openRuns(transaction: ReadTransaction): Promise<RunRow[]> {
  const rows = await transaction
    .selectFrom('import_run')
    .selectAll()
    .select(worth)
    .where(eb =>
      eb.or([
        eb('state', 'in', ['receiving', 'waiting', ...activeStates]),
        // What stopped keeps its files for a while.
        eb.and([
          eb('state', '=', 'stopped'),
          eb.exists(
            eb
              .selectFrom('import_document')
              .select('number')
              .whereRef('import_document.run_id', '=', 'import_run.id')
              .whereRef('import_document.provider_id', '=', 'import_run.provider_id')
              .where('complete', '=', true),
          ),
        ]),
        eb.and([eb('state', '=', 'stopped'), sql<boolean>`failure->>'code' = 'unexpected-fault'`]),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows as RunRow[]
}

/**
 * The unfinished run of a command that was given these very documents, their digests in this order, locked. One that was
 * given up has forgotten what it met, and one over which another has stored would mix the two: neither goes on.
 *
 * @returns the newest
 */
export async function findSameCommand(
  transaction: WriteTransaction,
  { digests, kind, origin }: { kind: string; origin: string; digests: readonly Buffer[] },
): Promise<RunRow | undefined> {
  const wanted = digests.map(digest => digest.toString('hex')).join(' ')
  const rows = await transaction
    .selectFrom('import_run')
    .selectAll()
    .select(worth)
    .where('kind', '=', kind)
    .where('origin', '=', origin)
    .where('state', 'in', ['waiting', 'stopped', ...activeStates])
    .where(sql<boolean>`failure->>'code' is distinct from 'abandoned'`)
    .where(hasInput)
    .where(eb => eb.not(isSuperseded))
    .where(
      sql<string>`(select string_agg(encode(d.digest, 'hex'), ' ' order by d.number) from import_document d
        where d.provider_id = import_run.provider_id and d.run_id = import_run.id)`,
      '=',
      wanted,
    )
    .orderBy('id', 'desc')
    .limit(1)
    .forNoKeyUpdate()
    .execute()
  return rows[0] as RunRow | undefined
}

/** The run of the kind that has waited longest. */
export async function firstWaiting(
  transaction: ReadTransaction,
  kind: RunRow['kind'],
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('import_run')
    .select('id')
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .where('origin', 'not in', ['command', 'demo'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
