import { expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { PathView } from '../paths/contract.ts'
import { dayFault, lastDayOf, missingPart, partsInOrder, shownOf, stateOf } from './rules.ts'

const today = plainDateOf('2026-11-23')

test.each([
  ['2026-11-22', 'last-day-past'],
  ['2026-11-23', undefined],
  ['2027-11-24', undefined],
  ['2027-11-25', 'last-day-far'],
  ['2026-02-30', 'last-day-past'],
])('until %s: %s', (day, fault) => expect(dayFault(day, today)).toBe(fault))

test.each([
  ['2026-11-23T22:00:00Z', null, 'open'],
  ['2026-11-22T22:00:00Z', null, 'expired'],
  ['2027-01-01T22:00:00Z', new Date(), 'revoked'],
] as const)('a link that expires %s and was revoked %s is %s', (expires, revokedAt, state) => {
  expect(stateOf({ expiresAt: new Date(expires), revokedAt }, today)).toBe(state)
})

test('the last day is the one before it expires, in Helsinki', () => {
  expect(lastDayOf({ expiresAt: new Date('2026-11-23T22:00:00Z') })).toBe('2026-11-23')
})

const unit = (key: string) => ({ kind: 'unit', key }) as const
const period = (key: string) => ({ kind: 'period', key }) as const
const path = {
  parts: [
    { key: 'a', kind: 'vocational', name: { text: 'A' }, state: 'open' },
    { key: 'b', kind: 'vocational', name: { text: 'B' }, state: 'open' },
  ],
  items: [
    {
      ...{
        key: 'p',
        partKey: 'a',
        kind: 'school',
        name: { text: 'P' },
        start: '2026-01-01',
        end: '2026-02-01',
      },
      ...{ place: { text: 'Paja' }, people: [{ role: 'teacher', name: 'O' }], tasks: ['Tehtävä'] },
    },
  ],
  howFar: { parts: { total: 2, recognised: 0, shown: 0 } },
} as unknown as PathView

test('only what was chosen is shown, without people; without places where the student is protected', () => {
  const shown = shownOf([unit('b'), period('p')], path, false)
  expect([shown.units.map(one => one.key), shown.howFar, shown.career]).toEqual([['b'], undefined, false])
  expect(shown.periods).toMatchObject([{ key: 'p', place: { text: 'Paja' } }])
  expect(JSON.stringify(shown)).not.toMatch(/teacher|Tehtävä/)
  expect(JSON.stringify(shownOf([period('p')], path, true))).not.toContain('Paja')
})

test('a period that has got its identifier since is shown still, by the key that was shared', () => {
  const [item] = path.items
  const later = { ...path, items: [{ ...item, key: 'period:1', formerKey: 'p' }] } as PathView
  expect(missingPart([period('p')], later)).toBeUndefined()
  expect(shownOf([period('p')], later, false).periods.map(one => one.key)).toEqual(['period:1'])
})

test('a part that the path has not is none to share, and twice the same is one', () => {
  expect(missingPart([unit('a'), period('q')], path)).toEqual(period('q'))
  expect(missingPart([unit('a'), { kind: 'career' }], path)).toBeUndefined()
  expect(partsInOrder([period('p'), unit('a'), unit('a'), { kind: 'how-far' }])).toEqual([
    { kind: 'how-far' },
    unit('a'),
    period('p'),
  ])
})
