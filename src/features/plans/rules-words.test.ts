import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBody, anyTree } from './factory-bodies.ts'
import { difference, type PlanChange } from './rules-difference.ts'
import { isTreeObject, type TreeObject } from './rules-tree.ts'
import { describeDifference, type Statement } from './rules-words.ts'

const said = (statement: Statement) =>
  [statement.code, statement.pointer, ...statement.keys, statement.field ?? ''].join(' ').trim()
const of = (before: object, after: object) => describeDifference(before, after).map(said)

const period = (more: object = {}) => ({ start: '2026-03-02', end: '2026-04-17', ...more })
const inUnit = (more: object) => ({ vocationalUnits: [{ unitCode: '1', ...more }] })
const periods = (...learningPeriods: object[]) => inUnit({ learningPeriods })

const dates: [name: string, code: string, before: object, after: object][] = [
  ['both ends by two weeks', 'later', {}, { start: '2026-03-16', end: '2026-05-01' }],
  ['both ends back by a day', 'earlier', {}, { start: '2026-03-01', end: '2026-04-16' }],
  ['the end later', 'longer', {}, { end: '2026-04-18' }],
  ['the end earlier', 'shorter', {}, { end: '2026-04-12' }],
  ['the start later', 'startsLater', {}, { start: '2026-03-05' }],
  ['the start earlier', 'startsEarlier', {}, { start: '2026-03-01' }],
  ['both ends differently', 'dates', {}, { start: '2026-03-05', end: '2026-04-18' }],
  ['a single day', 'day', { end: '2026-03-02' }, { start: '2026-03-09', end: '2026-03-09' }],
]

describe('the difference of two bodies in statements', () => {
  it.each(dates)('tells %s as one: %s', (_, code, before, after) => {
    const [first, ...more] = describeDifference(
      periods(period(before)),
      periods(period({ ...before, ...after })),
    )
    expect(more).toEqual([])
    expect(first).toMatchObject({ code, pointer: '/vocationalUnits/0/learningPeriods/0' })
  })

  it('counts whole weeks as weeks and others as days, over the change of the clock', () => {
    const by = (start: string, end: string) =>
      describeDifference(periods(period()), periods(period({ start, end })))[0]?.by
    expect(by('2026-03-30', '2026-05-15')).toEqual({ unit: 'weeks', count: 4 })
    expect(by('2026-03-29', '2026-05-14')).toEqual({ unit: 'days', count: 27 })
  })

  it('tells dates that are no days of the calendar as they are written', () => {
    expect(of(periods(period()), periods(period({ end: '2026-02-31' })))).toEqual([
      'set /vocationalUnits/0/learningPeriods/0 end end',
    ])
  })

  it('tells a code and its version as one, and the version alone where only it changed', () => {
    const plan = (careerPlanCode: string, careerPlanCodeVersion: number) => ({
      careerPlanCode,
      careerPlanCodeVersion,
    })
    expect(of(plan('a', 1), plan('b', 2))).toEqual([
      'set  careerPlanCode careerPlanCodeVersion careerPlanCode',
    ])
    expect(of(plan('a', 1), plan('a', 2))).toEqual(['set  careerPlanCodeVersion careerPlanCodeVersion'])
  })

  it('compares long texts by words and short ones as wholes', () => {
    const texts = (content: string[]) => inUnit({ demonstrations: [{ content }] })
    const long = 'Huoltaa ajoneuvon alusta loppuun ja kertoo työstään asiakkaalle'
    expect(of(texts([long, 'a']), texts([`${long}.`, 'b']))).toEqual([
      'text /vocationalUnits/0/demonstrations/0/content 0 content',
      'set /vocationalUnits/0/demonstrations/0/content 1 content',
    ])
  })

  it('tells moves in lists, and edits of what moved', () => {
    const plan = (...codes: [string, number][]) => ({
      vocationalUnits: codes.map(([unitCode, teachingHours]) => ({ unitCode, teachingHours })),
    })
    expect(of(plan(['1', 1], ['2', 1], ['3', 1]), plan(['3', 2], ['1', 1], ['2', 1]))).toEqual([
      'reordered /vocationalUnits/0',
      'set /vocationalUnits/0 teachingHours teachingHours',
    ])
  })

  it('tells everything when that is asked for', () => {
    const statements = describeDifference(periods(period()), periods(period({ partTimeShare: 50 })), {
      everything: true,
    })
    expect(statements.map(said)).toEqual([
      'same /vocationalUnits/0 unitCode unitCode',
      'same /vocationalUnits/0/learningPeriods/0 start end time',
      'given /vocationalUnits/0/learningPeriods/0 partTimeShare partTimeShare',
    ])
  })
})

describe('every difference', () => {
  const anyPair = fc.oneof(
    fc.tuple(anyBody, anyBody),
    fc.tuple(
      anyTree.map(tree => (isTreeObject(tree) ? tree : { tree })),
      anyTree.map(tree => (isTreeObject(tree) ? tree : { tree })),
    ),
  ) as fc.Arbitrary<[TreeObject, TreeObject]>

  it('has a statement for each change, and a change for each statement', () => {
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        const changes = difference(before, after)
        const statements = describeDifference(before, after)
        for (const change of changes)
          expect(
            statements.some(one => tells(one, change)),
            JSON.stringify(change),
          ).toBe(true)
        for (const one of statements)
          expect(
            changes.some(change => tells(one, change)),
            said(one),
          ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('of nothing is nothing', () => {
    fc.assert(
      fc.property(anyBody, body => {
        expect(of(body as TreeObject, structuredClone(body) as TreeObject)).toEqual([])
      }),
    )
  })
})

/** A change at, inside or around what the statement tells, of the same sort. */
function tells(statement: Statement, change: PlanChange): boolean {
  const { code, pointer, keys } = statement
  if ((code === 'reordered') !== (change.kind === 'move')) return false
  const places = keys.length === 0 ? [pointer] : keys.map(key => `${pointer}/${escaped(key)}`)
  const went = code === 'removed' || code === 'taken'
  if (went !== (change.kind === 'remove')) return false
  return places.some(place => within(place, change.pointer) || within(change.pointer, place))
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`)
