import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/harness/database.ts'
import { newProvider } from '../../../test/harness/people.ts'
import type { Uuid } from '../../platform/ids.ts'
import { systemClock } from '../../platform/time/clock.ts'
import type { InputDocument } from './contract-definition.ts'
import { wordsKind } from './factory.ts'
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

const engineWith = (more: Partial<Engine> = {}): Engine => ({
  ...{ database, jobs: { send: async () => undefined }, clock: systemClock, fetchers: {}, patience: 200 },
  definitions: { students: words },
  ...more,
})

const textDocument = (text: string) => memoryDocument('a.txt', Buffer.from(text))

const bring = (document: string | InputDocument, engine = engineWith()) =>
  bringIn(engine, {
    ...{ providerId: provider, kind: 'students', origin: 'command', options: { whole: true } },
    documents: [typeof document === 'string' ? textDocument(document) : document],
  })

/** Brings in a file until a word of it, as if the process ended there. */
async function cut(text: string, word: string): Promise<string> {
  const ending = new AbortController()
  at.set(word, () => ending.abort())
  const { outcome, run } = await bring(text, engineWith({ ending: ending.signal }))
  expect([outcome, run.position]).toEqual(['paused', 3])
  at.clear()
  // What has been stored would be refused as it came again: this kind takes nothing twice.
  await owner.query('delete from student_group where provider_id = $1', [provider])
  return run.id
}

describe('the same files again', () => {
  it('begin anew when the run that they were cut short in was given up', async () => {
    const before = await cut('a b c d e', 'b')
    await owner.query(
      "update import_run set state = 'stopped', finished_at = now() - '8 days'::interval where id = $1",
      [before],
    )
    await importWorkers(engineWith(), async () => [provider])[1]?.run({})
    const { resumed, run } = await bring('a b c d e')
    expect([resumed, run.id === before]).toEqual([false, false])
    // With the keys of the first part forgotten, those who are in it would be marked as vanished.
    expect(finished).toEqual([{ whole: true, seen: ['a', 'b', 'c', 'd', 'e'] }])
  })

  it('begin anew when another run of the kind has stored since', async () => {
    const before = await cut('a b c d e', 'b')
    expect((await bring('x y')).outcome).toBe('done')
    const { resumed, run } = await bring('a b c d e')
    expect([resumed, run.id === before, run.counts.written]).toEqual([false, false, 5])
  })

  it('begin anew when another run of the kind stores while they wait', async () => {
    const before = await cut('a b c d e', 'b')
    const patient = engineWith({ patience: 5_000 })
    const met = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const examine: typeof words.examine = async (...given) => {
      met.resolve()
      await go.promise
      return words.examine(...given)
    }
    const other = bring('x y', { ...patient, definitions: { students: { ...words, examine } } })
    await met.promise
    // It has not begun to store when the command is given again.
    const again = bringIn(patient, {
      ...{ providerId: provider, kind: 'students', origin: 'command', options: { whole: true } },
      documents: [textDocument('a b c d e')],
      waiting: () => go.resolve(),
    })
    expect((await other).outcome).toBe('done')
    const { outcome, run } = await again
    expect([outcome, run.id === before, run.counts.written]).toEqual(['done', false, 5])
  })
})

it('a fault is not tried again over what another run has stored since, not even when it waits already', async () => {
  const runId = await cut('a b c d e', 'b')
  const change = `origin = 'page', failure = '{"document":"","pointer":"","code":"unexpected-fault"}'`
  const become = (state: string) =>
    owner.query(`update import_run set ${change}, state = $2 where id = $1`, [runId, state])
  await become('stopped')
  expect((await bring('x y')).outcome).toBe('done')
  const sent: unknown[] = []
  const engine = engineWith({ jobs: { send: async (_transaction, _kind, data) => void sent.push(data) } })
  await importWorkers(engine, async () => [provider])[1]?.run({})
  expect(sent).toEqual([])
  await become('waiting')
  expect(await workOn(engine, { providerId: provider, runId })).toBe('ended')
  const { rows } = await owner.query("select state, failure->>'code' as code from import_run where id = $1", [
    runId,
  ])
  expect(rows).toEqual([{ state: 'stopped', code: 'superseded' }])
})

it('a file that is edited while it waits is known by what it was when its turn came', async () => {
  let text = 'p q'
  const edited: InputDocument = {
    ...textDocument(''),
    async *bytes() {
      yield Buffer.from(text)
    },
  }
  const patient = engineWith({ patience: 5_000 })
  const met = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  at.set('x', async () => {
    met.resolve()
    await go.promise
  })
  const first = bring('x y', patient)
  await met.promise
  const second = bringIn(patient, {
    ...{ providerId: provider, kind: 'students', origin: 'command', documents: [edited] },
    waiting: () => {
      text = 'p q r s'
      go.resolve()
    },
  })
  await first
  const { run } = await second
  expect(run.counts.written).toBe(4)
  const { rows } = await owner.query(
    "select size, encode(digest, 'hex') as digest from import_document where run_id = $1",
    [run.id],
  )
  expect(rows).toEqual([
    { size: 7, digest: '92af31f8e36985284f52c04d1124e8904e7e5ada35c674c9ada1b9618961cc65' },
  ])
})
