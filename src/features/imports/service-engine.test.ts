import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/harness/database.ts'
import { auditOf, newProvider } from '../../../test/harness/people.ts'
import { write } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Uuid } from '../../platform/ids.ts'
import { systemClock } from '../../platform/time/clock.ts'
import { type Fetch, FetchFailure } from './contract-definition.ts'
import { wordsKind } from './factory.ts'
import { requestRun } from './public.ts'
import { setState } from './queries.ts'
import type { Engine } from './service-claim.ts'
import { bringIn } from './service-command.ts'
import { memoryDocument } from './service-documents.ts'
import { workOn } from './service-engine.ts'
import { importWorkers } from './service-tend.ts'

const { database, owner } = await testDatabase()

const { at, definition: words, finished } = wordsKind()
let provider: Uuid
beforeEach(async () => {
  at.clear()
  finished.length = 0
  provider = (await newProvider(owner)).id
})

const sent: { kind: string; runId: string }[] = []
const jobs: Engine['jobs'] = {
  send: async (_transaction, kind, data) => {
    sent.push({ kind: kind.queue.name, ...(data as { runId: string }) })
  },
}

const engineWith = (more: Partial<Engine> = {}): Engine => ({
  ...{ database, jobs, clock: systemClock, fetchers: {}, patience: 200 },
  definitions: { students: words, koski: words },
  ...more,
})

const bring = (text: string | string[], engine = engineWith(), kind: 'students' | 'koski' = 'students') =>
  bringIn(engine, {
    ...{ providerId: provider, kind, origin: 'command' },
    documents: [text].flat().map((one, index) => memoryDocument(`${index}.txt`, Buffer.from(one), index + 1)),
  })

const stored = async () =>
  (
    await owner.query('select code from student_group where provider_id = $1 order by code', [provider])
  ).rows.map(row => row.code)
const notes = async (runId: string) =>
  (
    await owner.query(
      'select number, document, pointer, code from import_note where run_id = $1 order by number',
      [runId],
    )
  ).rows

describe('records', () => {
  it('are stored in batches; one refused by itself and one by the database are told, the rest go on', async () => {
    at.set('d', () => {
      throw new AppError('plans.exists', 409)
    })
    const { outcome, run } = await bring(['a b ? c d', 'e a f'])
    expect(outcome).toBe('done')
    expect(await stored()).toEqual(['a', 'b', 'c', 'e', 'f'])
    expect(run).toMatchObject({ total: 8, position: 8, counts: { read: 5, written: 5, refused: 3 } })
    expect(await notes(run.id)).toEqual([
      { number: 1, document: '0.txt', pointer: '/2', code: 'no-student' },
      { number: 2, document: '0.txt', pointer: '/4', code: 'not-saved' },
      { number: 3, document: '1.txt', pointer: '/1', code: 'not-storable' },
    ])
    expect(await auditOf(owner, provider, 'imports.end')).toMatchObject([{ details: { state: 'done' } }])
  })

  it('of a bad file among good ones change nothing', async () => {
    const { outcome, run } = await bring(['a b', 'c !', 'd'])
    expect([outcome, run.failure]).toEqual([
      'refused',
      { document: '1.txt', pointer: '/0', code: 'not-koski' },
    ])
    expect(await stored()).toEqual([])
  })

  it('of several bad files are all told, so that they are mended at once', async () => {
    const { outcome, run } = await bring(['! a', 'b', 'c !'])
    expect([outcome, run.counts.refused]).toEqual(['refused', 2])
    expect(await notes(run.id)).toEqual([
      { number: 1, document: '0.txt', pointer: '/0', code: 'not-koski' },
      { number: 2, document: '2.txt', pointer: '/0', code: 'not-koski' },
    ])
  })
})

describe('one worker', () => {
  it('has a run, and another finds it taken', async () => {
    let second: unknown
    at.set('b', async () => {
      at.delete('b')
      const { rows } = await owner.query('select id from import_run where provider_id = $1', [provider])
      // It would have to wait for the batch to see the run: asked aside.
      second = workOn(engineWith({ patience: 60_000 }), { providerId: provider, runId: rows[0].id })
    })
    expect((await bring('a b c d', engineWith({ patience: 60_000 }))).outcome).toBe('done')
    expect(['waits', 'ended']).toContain(await second)
    expect(await stored()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('that is taken for dead loses the run, and what it was at is not stored twice', async () => {
    const sleepy = engineWith({ clock: { ...systemClock, now: () => new Date(Date.now() - 60_000) } })
    const taken = Promise.withResolvers<string>()
    let next: unknown
    const first = bringIn(sleepy, {
      ...{ providerId: provider, kind: 'students', origin: 'command' },
      documents: [memoryDocument('a.txt', Buffer.from('a b c d e f'))],
      told: async ({ position }) => {
        if (position !== 3 || next) return
        const { rows } = await owner.query('select id from import_run where provider_id = $1', [provider])
        next = workOn(
          engineWith(),
          { providerId: provider, runId: rows[0].id },
          {
            documents: [memoryDocument('a.txt', Buffer.from('a b c d e f'))],
          },
        )
        taken.resolve(rows[0].id)
      },
    })
    const id = await taken.promise
    const outcomes = [await next, (await first).outcome]
    expect(outcomes).toContain('done')
    expect(await stored()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    const { rows } = await owner.query('select position, counts from import_run where id = $1', [id])
    expect(rows).toMatchObject([{ position: 6, counts: { written: 6 } }])
  })
})

describe('two imports at once', () => {
  it('of one kind take turns, of different kinds do not wait', async () => {
    const order: string[] = []
    const met = Promise.withResolvers<void>()
    const passed = Promise.withResolvers<void>()
    at.set('a', async () => {
      met.resolve()
      // Whoever had to wait for this one would never get past it.
      await passed.promise
      order.push('a')
    })
    at.set('x', () => void order.push('x'))
    at.set('k', () => {
      order.push('k')
      passed.resolve()
    })
    const patient = engineWith({ patience: 5_000 })
    const first = bring('a b', patient)
    await met.promise
    const second = bring('x y', patient)
    const other = bring('k', patient, 'koski')
    const ends = await Promise.all([first, second, other])
    expect(ends.map(end => end.outcome)).toEqual(['done', 'done', 'done'])
    expect(order).toEqual(['k', 'a', 'x'])
    expect(await stored()).toEqual(['a', 'b', 'k', 'x', 'y'])
  })
})

describe('what stops', () => {
  it('by a person goes on where it was, with nothing twice', async () => {
    at.set('w03', async () => {
      at.delete('w03')
      const { rows } = await owner.query('select id from import_run where provider_id = $1', [provider])
      const failure = { document: '', pointer: '', code: 'stopped-by-person' }
      // In its own transaction, which waits for the batch: the next one finds the run stopped.
      void write(database, provider, tx => setState(tx, rows[0].id, { state: 'stopped', failure }))
      await expect
        .poll(async () => {
          // By its words: a heartbeat of the run may be waiting too.
          const { rows } = await owner.query(
            `select count(*)::int as waiting from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()
               and query like '%stopped-by-person%'`,
          )
          return rows[0].waiting
        })
        .toBe(1)
    })
    const words = Array.from({ length: 60 }, (_, at) => `w${String(at).padStart(2, '0')}`)
    const text = words.join(' ')
    const first = await bring(text, engineWith({ patience: 30_000 }))
    expect(first.outcome).toBe('lost')
    // A few next batches may be quicker than who waits for the row: then the stop is found by the one after them.
    const { counts, position, state } = first.run
    expect([state, counts.written, position % 3]).toEqual(['stopped', position, 0])
    expect(position).toBeLessThan(60)
    const again = await bring(text)
    expect(again).toMatchObject({ outcome: 'done', resumed: true, run: { id: first.run.id } })
    expect(again.run).toMatchObject({ position: 60, counts: { read: 60, written: 60 }, failure: null })
    expect((await stored()).join(' ')).toBe(text)
  })

  it('because the process ends waits for the next one', async () => {
    const ending = new AbortController()
    at.set('e', () => ending.abort())
    const { outcome, run } = await bring('a b c d e f g', engineWith({ ending: ending.signal }))
    expect([outcome, run.state, run.position]).toEqual(['paused', 'waiting', 6])
    expect((await bring('a b c d e f g')).outcome).toBe('done')
  })

  it('by a fault of ours is told, and tried again by the tender until that is no use', async () => {
    const engine = engineWith()
    const fetch: Fetch = async function* () {
      yield { name: 'a', bytes: Buffer.from('a b c d e f'), cursor: 1 }
    }
    const fetching = { ...engine, fetchers: { students: fetch } }
    at.set('e', () => {
      throw new TypeError('oops')
    })
    const runId = await request()
    await expect(workOn(fetching, { providerId: provider, runId })).rejects.toThrow('oops')
    const stateOf = async () =>
      (await owner.query('select state, position, failure from import_run where id = $1', [runId])).rows[0]
    expect(await stateOf()).toMatchObject({
      state: 'stopped',
      position: 3,
      failure: { code: 'unexpected-fault' },
    })
    const tend = importWorkers(fetching, async () => [provider])[1]
    for (let tries = 0; tries < 5; tries += 1) {
      sent.length = 0
      await tend?.run({})
      if (sent.length === 0) break
      expect(sent).toEqual([{ kind: 'imports.run', providerId: provider, runId }])
      await workOn(fetching, { providerId: provider, runId }).catch(() => undefined)
    }
    expect(await stateOf()).toMatchObject({ state: 'stopped', failure: { code: 'gave-up' } })
    await write(database, provider, tx =>
      setState(tx, runId, { state: 'waiting', failure: null, attempts: 0 }),
    )
    at.clear()
    expect(await workOn(fetching, { providerId: provider, runId })).toBe('done')
    expect(await stored()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })
})

function request(): Promise<Uuid> {
  const audit = {
    actor: { kind: 'system' as const, source: 'schedule', providerId: provider },
    now: new Date(),
  }
  const wanted = {
    kind: 'students',
    origin: 'schedule',
    source: 'register.test',
    options: { whole: true },
  } as const
  return write(database, provider, tx => requestRun(tx, audit, jobs, wanted))
}

describe('a service', () => {
  it('is asked on from where it was cut short; bad answers are left out, and then nothing has vanished', async () => {
    const asked: unknown[] = []
    let away = true
    const fetch: Fetch = async function* (_context, from) {
      asked.push(from)
      const refusal = { pointer: '', code: 'no-service' }
      if (from === undefined) {
        yield { name: 'one', bytes: Buffer.from('a b'), cursor: 1 }
        if (away) throw new FetchFailure({ pointer: '', code: 'no-service' })
      }
      yield { name: 'two', bytes: Buffer.from(''), cursor: 2, refusal }
      yield { name: 'three', bytes: Buffer.from('c !'), cursor: 3 }
      yield { name: 'four', bytes: Buffer.from('d'.repeat(10)), cursor: 4 }
    }
    const engine = engineWith({ fetchers: { students: fetch } })
    const runId = await request()
    expect(await workOn(engine, { providerId: provider, runId })).toBe('stopped')
    expect(await stored()).toEqual([])
    away = false
    await write(database, provider, tx => setState(tx, runId, { state: 'waiting', failure: null }))
    expect(await workOn(engine, { providerId: provider, runId })).toBe('done')
    expect(asked).toEqual([undefined, 1])
    expect(await stored()).toEqual(['a', 'b', 'dddddddddd'])
    expect(await notes(runId)).toMatchObject([
      { document: 'two', code: 'no-service' },
      { document: 'three', code: 'not-koski' },
    ])
    expect(finished).toEqual([{ whole: false, seen: ['a', 'b', 'dddddddddd'] }])
    const left = await owner.query(
      'select (select count(*) from import_part)::int as parts, (select count(*) from import_seen)::int as seen',
    )
    expect(left.rows).toEqual([{ parts: 0, seen: 0 }])
  })
})

describe('while a service is asked', () => {
  const slow: Fetch = async function* ({ signal }) {
    yield { cursor: 'begun' }
    await setTimeout(60_000, undefined, { signal })
  }
  const cursorOf = async (runId: string) =>
    (await owner.query('select state, cursor from import_run where id = $1', [runId])).rows[0]
  const begun = (runId: string) =>
    expect.poll(async () => (await cursorOf(runId)).cursor).toEqual({ from: 'begun', finished: false })

  it('a stop is noticed at once, and where it was is kept', async () => {
    const runId = await request()
    const working = workOn(engineWith({ fetchers: { students: slow } }), { providerId: provider, runId })
    await begun(runId)
    await write(database, provider, tx => setState(tx, runId, { state: 'stopped' }))
    expect(await working).toBe('lost')
  })

  it('so is the end of the process, also by a fetch that listens to nothing', async () => {
    const deaf: Fetch = async function* (context) {
      yield* slow({ ...context, signal: new AbortController().signal }, undefined)
    }
    const ending = new AbortController()
    const engine = engineWith({ fetchers: { students: deaf }, ending: ending.signal })
    const runId = await request()
    const working = workOn(engine, { providerId: provider, runId })
    await begun(runId)
    ending.abort()
    expect(await working).toBe('paused')
    expect(await cursorOf(runId)).toEqual({ state: 'waiting', cursor: { from: 'begun', finished: false } })
  })

  it('what was fetched of an answer that is gone is dropped, and of namesakes only the bad one is left out', async () => {
    const fetch: Fetch = async function* () {
      yield { name: 'old', bytes: Buffer.from('old'), cursor: 1 }
      yield { cursor: 0, anew: true }
      yield { name: 'same', bytes: Buffer.from('a b'), cursor: 1 }
      yield { name: 'same', bytes: Buffer.from('c !'), cursor: 2 }
    }
    at.set('a', () => {
      at.clear()
      throw new TypeError('oops')
    })
    const engine = engineWith({ fetchers: { students: fetch } })
    const runId = await request()
    await expect(workOn(engine, { providerId: provider, runId })).rejects.toThrow('oops')
    const documents = await owner.query(
      "select number, refusal->>'code' as code from import_document where run_id = $1 order by number",
      [runId],
    )
    expect(documents.rows).toEqual([
      { number: 1, code: null },
      { number: 2, code: 'not-koski' },
    ])
    await write(database, provider, tx => setState(tx, runId, { state: 'waiting' }))
    expect(await workOn(engine, { providerId: provider, runId })).toBe('done')
    expect(await stored()).toEqual(['a', 'b'])
  })
})
