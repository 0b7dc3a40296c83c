import { describe, expect, it } from 'vitest'
import { linksOf } from './rules-links.ts'
import { kindOfState, presentState } from './rules-states.ts'

describe('the present state', () => {
  const states = [
    { start: '2024-08-01', state: 'lasna', funding: '1' },
    { start: '2025-01-01', state: 'valiaikaisestikeskeytynyt' },
    { start: '2025-03-01', state: 'lasna', funding: '4' },
    { start: '2025-03-01', state: 'mitatoity' },
    { start: '2026-06-01', state: 'valmistunut', funding: '1' },
  ]
  it.each([
    ['2024-07-31', undefined, '2024-08-01'],
    ['2024-08-01', { state: 'lasna', from: '2024-08-01', funding: '1' }, '2025-01-01'],
    ['2025-02-28', { state: 'valiaikaisestikeskeytynyt', from: '2025-01-01' }, '2025-03-01'],
    ['2025-03-01', { state: 'mitatoity', from: '2025-03-01' }, '2026-06-01'],
    ['2026-06-01', { state: 'valmistunut', from: '2026-06-01', funding: '1' }, undefined],
  ])('on %s', (today, present, changesOn) => {
    expect(presentState(states, today)).toEqual({
      ...(present ? { present } : {}),
      ...(changesOn ? { changesOn } : {}),
    })
    // The order in which states are told does not matter, but of those that begin on one day.
    expect(presentState([...states.slice(2), ...states.slice(0, 2)], today)).toEqual(
      presentState(states, today),
    )
  })
  it('is none of a right without states', () => expect(presentState([], '2025-01-01')).toEqual({}))
})

it.each([
  ['lasna', '2026-01-01', 'studying'],
  ['loma', '2025-12-31', 'studying'],
  ['loma', '2026-01-01', undefined],
  ['valmistunut', '2026-01-01', 'ended'],
  ['katsotaaneronneeksi', '2026-01-01', 'ended'],
  ['mitatoity', '2026-01-01', 'void'],
  ['keksitty', '2026-01-01', undefined],
])('%s on %s means %s', (state, today, kind) => expect(kindOfState(state, today)).toBe(kind))

it('rights hang together both ways', () => {
  const rights = [{ oid: 'a' }, { oid: 'b', includedIn: 'a' }, { oid: 'c', includedIn: 'c' }]
  expect(linksOf('a', rights)).toEqual({ includes: ['b'] })
  expect(linksOf('b', rights)).toEqual({ includedIn: 'a', includes: [] })
  expect(linksOf('c', rights)).toEqual({ includedIn: 'c', includes: [] })
  expect(linksOf('d', rights)).toEqual({ includes: [] })
})
