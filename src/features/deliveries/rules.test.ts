import { describe, expect, test } from 'vitest'
import type { Looked, Sent } from './contract-service.ts'
import { afterLook, afterSending, firstStep, type Known, pauseAfter } from './rules.ts'
import { actionsIn, placeOf, placeText } from './rules-actions.ts'
import {
  afterCheck,
  afterFault,
  afterTry,
  goodStanding,
  type Standing,
  standingAfter,
} from './rules-verdict.ts'

const fresh: Known = { attempts: 1, nationalId: undefined, deliveredDigest: undefined, digest: 'a' }
const delivered: Known = { attempts: 1, nationalId: 7, deliveredDigest: 'a', digest: 'b' }

describe('the first step', () => {
  test.each<[string, Known, unknown]>([
    ['never tried', fresh, { do: 'create' }],
    ['tried, end unknown', { ...fresh, attempts: 2 }, { do: 'look' }],
    ['delivered, other content', delivered, { do: 'look', nationalId: 7 }],
    ['delivered, same content', { ...delivered, digest: 'a' }, { outcome: 'unchanged', nationalId: 7 }],
    [
      'delivered, same content, end unknown',
      { ...delivered, digest: 'a', attempts: 2 },
      { do: 'look', nationalId: 7 },
    ],
    [
      'there, never delivered',
      { ...delivered, deliveredDigest: undefined },
      { do: 'replace', nationalId: 7 },
    ],
  ])('%s', (_, known, step) => expect(firstStep(known)).toEqual(step))
})

const found: Looked = { kind: 'found', status: 200, nationalId: 7, content: {} }
const missing = { kind: 'missing', status: 404 } as const
const refused = { kind: 'refused', status: 400, failure: { code: 'faults' } } as const
const failed = { kind: 'failed', failure: { code: 'service-away' }, retryAfterMilliseconds: 5 } as const
const other = { asWanted: false, asDelivered: false }

describe('after a look', () => {
  test.each<[string, Known, Looked, typeof other | undefined, unknown]>([
    ['as wanted', delivered, found, { ...other, asWanted: true }, { outcome: 'unchanged', seen: true }],
    ['as delivered', delivered, found, { ...other, asDelivered: true }, { do: 'replace', nationalId: 7 }],
    [
      'changed there',
      delivered,
      found,
      other,
      { outcome: 'differs', nationalId: 7, failure: { code: 'changed-there' } },
    ],
    ['other, after an unknown end', { ...delivered, attempts: 2 }, found, other, { do: 'replace' }],
    [
      'other, never delivered by us',
      fresh,
      found,
      other,
      { outcome: 'differs', failure: { code: 'other-there' } },
    ],
    ['other, sent again or end unknown', { ...fresh, attempts: 2 }, found, other, { do: 'replace' }],
    ['refused', delivered, refused, undefined, { outcome: 'refused', status: 400 }],
    [
      'failed, end unknown',
      { ...delivered, attempts: 2 },
      failed,
      undefined,
      { outcome: 'failed', uncertain: true, retryAfterMilliseconds: 5 },
    ],
  ])('%s', (_, known, looked, compared, next) =>
    expect(afterLook(known, { do: 'look', nationalId: 7 }, looked, compared)).toMatchObject(next as object),
  )

  test('a number that leads nowhere is looked for by study right, and then created', () => {
    expect(afterLook(delivered, { do: 'look', nationalId: 7 }, missing, undefined)).toEqual({ do: 'look' })
    expect(afterLook(delivered, { do: 'look' }, missing, undefined)).toEqual({ do: 'create' })
  })
})

test.each<[Sent, unknown]>([
  [
    { kind: 'done', status: 200, nationalId: 9 },
    { outcome: 'created', nationalId: 9 },
  ],
  [{ kind: 'exists', status: 400 }, { do: 'look' }],
  [missing, { do: 'create' }],
  [refused, { outcome: 'refused' }],
  [failed, { outcome: 'failed' }],
])('after sending: %j', (sent, next) =>
  expect(afterSending({ do: 'create' }, sent)).toMatchObject(next as object),
)

test('pauses grow, within bounds, and are as long as the service asks', () => {
  const waits = { firstMilliseconds: 10, longestMilliseconds: 100 }
  expect([1, 2, 3, 9, 99].map(tries => pauseAfter(tries, 0, waits))).toEqual([10, 20, 40, 100, 100])
  expect(pauseAfter(1, 1, waits)).toBe(5)
  expect(pauseAfter(1, 0, waits, 500)).toBe(500)
  expect(pauseAfter(1, 0, waits, 1e12)).toBe(6 * 3_600_000)
})

describe('what becomes of a row', () => {
  const about = { attempts: 3, sent: true, nationalId: 7, jitter: 0 }
  test.each([
    [
      { outcome: 'created', nationalId: 9 },
      about,
      { state: 'delivered', attempts: 0, delivered: true, nationalId: 9 },
    ],
    [{ outcome: 'refused' }, about, { state: 'refused', attempts: 0, nationalId: 7 }],
    [{ outcome: 'refused', uncertain: true }, about, { state: 'refused', attempts: 1 }],
    [{ outcome: 'differs' }, about, { state: 'differs', delivered: false }],
    [{ outcome: 'failed' }, about, { state: 'waiting', attempts: 3, inMilliseconds: 20_000 }],
    [
      { outcome: 'failed' },
      { ...about, attempts: 1, sent: false },
      { state: 'waiting', attempts: 0, inMilliseconds: 160_000 },
    ],
    [{ outcome: 'barred' }, about, { state: 'waiting', attempts: 2, failure: null }],
  ] as const)('%j', (verdict, tried, settled) => expect(afterTry(verdict, tried)).toMatchObject(settled))

  test('what was delivered after unknown ends is looked at soon', () => {
    const minutes = (attempts: number) =>
      afterTry({ outcome: 'created' }, { ...about, attempts }).inMilliseconds / 60_000
    expect([minutes(1), minutes(2)]).toEqual([7 * 24 * 60, 10])
  })

  const look = {
    asDelivered: false,
    asTriedBefore: false,
    delivered: true,
    nationalId: 7,
    attempts: 0,
    jitter: 0,
  }
  test.each([
    [found, { ...look, state: 'delivered', asDelivered: true }, { state: 'delivered', confirmed: true }],
    [found, { ...look, state: 'differs', asDelivered: true }, { state: 'delivered', outcome: 'confirmed' }],
    [found, { ...look, state: 'delivered', asTriedBefore: true }, { state: 'waiting', attempts: 1 }],
    [found, { ...look, state: 'delivered' }, { state: 'differs', failure: { code: 'changed-there' } }],
    [
      found,
      { ...look, state: 'differs', delivered: false },
      { state: 'differs', failure: { code: 'other-there' } },
    ],
    [missing, { ...look, state: 'delivered' }, { state: 'waiting', attempts: 1, outcome: 'missing' }],
    [missing, { ...look, state: 'removal' }, { state: 'removed' }],
    [found, { ...look, state: 'removal' }, { state: 'removal', outcome: 'still-there' }],
    [failed, { ...look, state: 'removal' }, { state: 'removal', outcome: 'failed' }],
  ] as const)('after a look: %j %j', (looked, standing, settled) =>
    expect(afterCheck(looked, standing)).toMatchObject(settled),
  )
})

test('three failures in a row rest the sending, one success between them does not let them', () => {
  const after = (outcomes: readonly ('failed' | 'created' | 'barred')[], probing = false): Standing =>
    outcomes.reduce((standing, outcome) => standingAfter(standing, { outcome }, probing), goodStanding)
  expect(after(['failed', 'failed']).stop).toBeUndefined()
  expect(after(['failed', 'failed', 'failed']).stop).toEqual({ barred: false })
  expect(after(['failed', 'failed', 'created', 'failed']).stop).toBeUndefined()
  expect(after(['barred', 'created']).stop).toEqual({ barred: true })
  expect(after(['failed'], true).stop).toEqual({ barred: false })
})

test.each(['fault', 'too-late', 'contradiction'])('%s of one plan tells nothing of the service', code => {
  const failed = { outcome: 'failed', failure: { code } } as const
  const [probing, often] = [
    standingAfter(goodStanding, failed, true),
    [failed, failed, failed, failed].reduce(
      (standing, verdict) => standingAfter(standing, verdict, false),
      goodStanding,
    ),
  ]
  expect([probing, often]).toEqual([goodStanding, goodStanding])
})

test('a plan with a fault of ours waits for long, however seldom it was sent', () => {
  const fault = { outcome: 'failed', failure: { code: 'fault' } } as const
  const settled = afterTry(fault, { attempts: 1, sent: false, nationalId: undefined, jitter: 0 })
  expect(settled).toMatchObject({ state: 'waiting', attempts: 0, inMilliseconds: 3_600_000 })
  expect(afterFault({ state: 'differs', attempts: 0, nationalId: 7 })).toMatchObject({
    ...{ state: 'differs', outcome: 'failed', failure: { code: 'fault' }, nationalId: 7 },
    inMilliseconds: 24 * 3_600_000,
  })
})

test('what may be done depends on the state', () => {
  const actions = (state: Parameters<typeof actionsIn>[0]['state'], maybeThere = true) =>
    actionsIn({ state, maybeThere, toldRemoved: false })
  expect(actions(undefined)).toEqual([])
  expect(actions('waiting', false)).toEqual(['retry'])
  expect(actions('delivered')).toEqual(['ask-removal'])
  expect(actions('removal')).toEqual(['tell-removed', 'withdraw-removal'])
  expect(actions('removed')).toEqual([])
})

test('a place in a list is read back, and nothing else is', () => {
  const place = { at: new Date(1_700_000_000_000), planId: '01900000-0000-7000-8000-000000000000' }
  expect(placeOf(placeText(place))).toEqual(place)
  expect(['', 'x', '1_2', `${'9'.repeat(16)}_${place.planId}`].map(placeOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
