import { describe, expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { SignData } from './contract.ts'
import { type Changes, changesOf, isMaterial, type NoticedSign, type StandingSign } from './rules-standing.ts'

const today = plainDateOf('2026-11-23')
const data: SignData = { reason: 'no-progress', since: '2026-08-01', what: 'start', limit: 8 }
const noticed: NoticedSign = { kind: 'no-progress', about: 'plan', data, planId: 'p', studentId: 's' }
const open: StandingSign = {
  ...{ id: 'x', planId: 'p', studentId: 's', kind: 'no-progress', about: 'plan', state: 'open', data },
  ...{ seenOn: '2026-11-22', decidedOn: null },
}
const decided: StandingSign = { ...open, state: 'decided', decidedOn: plainDateOf('2026-11-01') }
const nothing = { added: [], moved: [], seen: [], over: [] }

describe('what is stored becomes what is seen', () => {
  const moved = { ...data, since: '2026-08-10' } as const
  const turned = { what: 'start', limit: 8, since: '2026-08-01', reason: 'no-progress' } as const
  test.each<[string, StandingSign[], NoticedSign[], Changes]>([
    ['nothing of either', [], [], nothing],
    ['new', [], [noticed], { ...nothing, added: [noticed] }],
    ['still there', [open], [noticed], { ...nothing, seen: ['x'] }],
    ['looked at twice on a day', [{ ...open, seenOn: today }], [noticed], nothing],
    [
      'the same in another order of members',
      [open],
      [{ ...noticed, data: turned }],
      { ...nothing, seen: ['x'] },
    ],
    [
      'with other figures',
      [open],
      [{ ...noticed, data: moved }],
      { ...nothing, moved: [{ id: 'x', data: moved }] },
    ],
    ['gone', [open], [], { ...nothing, over: [open] }],
    ['decided and still there', [decided], [noticed], { ...nothing, seen: ['x'] }],
    ['decided and gone', [decided], [], { ...nothing, over: [decided] }],
    [
      'of another plan',
      [open],
      [{ ...noticed, planId: 'q' }],
      { ...nothing, added: [{ ...noticed, planId: 'q' }], over: [open] },
    ],
  ])('%s', (_name, standing, now, expected) => expect(changesOf(standing, now, today)).toEqual(expected))

  test('a decided one that says something else is over, with its decision, and begins anew', () => {
    const long = { ...decided, decidedOn: plainDateOf('2026-09-28') }
    expect(changesOf([long], [noticed], today)).toEqual({ ...nothing, added: [noticed], over: [long] })
  })
})

describe('a decided sign is quiet until it says something else', () => {
  const on = (then: SignData, day = '2026-11-01') => ({ data: then, decidedOn: plainDateOf(day) })
  const empty = (...weeks: string[]): SignData => ({
    ...{ reason: 'empty-weeks', from: '2026-11-30', until: '2027-01-24', weeks, limit: 2 },
  })
  const place = { form: 'training-agreement', start: '2026-12-07', end: '2027-01-29' } as const
  const missing: SignData = { reason: 'no-workplace', ...place, begun: false, limit: 21 }
  const paused: SignData = { reason: 'interrupted', ...place, interruptedFrom: '2026-12-08' }
  test.each<[string, Pick<StandingSign, 'data' | 'decidedOn'>, SignData, boolean]>([
    ['no progress, lately decided', on(data), data, false],
    ['no progress, decided as long ago as the limit', on(data, '2026-09-28'), data, true],
    ['no progress, it went forward before the decision', on(data), { ...data, since: '2026-10-01' }, false],
    ['no progress, it stopped anew since', on(data), { ...data, since: '2026-11-02' }, true],
    ['empty weeks, the same', on(empty('a', 'b')), empty('a', 'b'), false],
    ['empty weeks, some have gone by', on(empty('a', 'b', 'c')), empty('b', 'c'), false],
    ['empty weeks, one more', on(empty('a', 'b')), empty('a', 'b', 'c'), false],
    ['empty weeks, as many more as the limit', on(empty('a', 'b')), empty('b', 'c', 'd'), true],
    ['no workplace, the end moved', on(missing), { ...missing, end: '2027-03-01' }, false],
    ['no workplace, the start moved', on(missing), { ...missing, start: '2026-12-01' }, true],
    ['no workplace, it has begun', on(missing), { ...missing, begun: true }, true],
    ['interrupted, the end became known', on(paused), { ...paused, interruptedUntil: '2026-12-20' }, false],
    ['interrupted anew', on(paused), { ...paused, interruptedFrom: '2026-12-15' }, true],
    ['another reason', on(missing), paused, true],
    ['not decided', { data: missing, decidedOn: null }, paused, false],
  ])('%s', (_name, then, now, expected) => expect(isMaterial(then, now, today)).toBe(expected))
})
