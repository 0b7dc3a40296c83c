import { describe, expect, test } from 'vitest'
import type { RegisterChange, Schedule } from './contract.ts'
import { changedSettings, settingFault, usualSetting } from './rules.ts'
import { nextDue } from './rules-schedule.ts'

describe('a register is next due', () => {
  test.each<[Schedule, number, number, string, string | undefined]>([
    ['off', 3, 1, '2026-11-23T00:00Z', undefined],
    ['hourly', 3, 1, '2026-11-23T00:00Z', '2026-11-23T01:00Z'],
    ['hourly', 3, 1, '2026-11-23T00:59:59Z', '2026-11-23T01:00Z'],
    // Winter: Helsinki is two hours ahead.
    ['daily', 3, 1, '2026-11-23T00:59Z', '2026-11-23T01:00Z'],
    ['daily', 3, 1, '2026-11-23T01:00Z', '2026-11-24T01:00Z'],
    ['daily', 0, 1, '2026-11-23T21:59Z', '2026-11-23T22:00Z'],
    ['daily', 23, 1, '2026-12-31T21:00Z', '2027-01-01T21:00Z'],
    // Summer: three.
    ['daily', 3, 1, '2026-07-01T12:00Z', '2026-07-02T00:00Z'],
    // 29 March 2026: 03:00 does not come, the clocks go to 04:00.
    ['daily', 3, 1, '2026-03-28T12:00Z', '2026-03-29T01:00Z'],
    ['daily', 3, 1, '2026-03-29T01:00Z', '2026-03-30T00:00Z'],
    ['daily', 4, 1, '2026-03-28T12:00Z', '2026-03-29T01:00Z'],
    // 25 October 2026: 03:00 comes twice, and it is due at the first only.
    ['daily', 3, 1, '2026-10-24T12:00Z', '2026-10-25T00:00Z'],
    ['daily', 3, 1, '2026-10-25T00:00Z', '2026-10-26T01:00Z'],
    ['daily', 3, 1, '2026-10-25T00:30Z', '2026-10-26T01:00Z'],
    // 23 November 2026 is a Monday.
    ['weekly', 3, 1, '2026-11-23T00:30Z', '2026-11-23T01:00Z'],
    ['weekly', 3, 1, '2026-11-23T01:00Z', '2026-11-30T01:00Z'],
    ['weekly', 3, 7, '2026-11-23T01:00Z', '2026-11-29T01:00Z'],
    // Late on Sunday by UTC it is Monday in Helsinki.
    ['weekly', 0, 1, '2026-11-22T21:59Z', '2026-11-22T22:00Z'],
  ])('%s at %i on day %i, seen from %s: %s', (schedule, hour, weekday, now, due) => {
    expect(nextDue({ schedule, hour, weekday }, new Date(now))).toEqual(due && new Date(due))
  })
})

const change: RegisterChange = {
  address: 'https://virkailija.opintopolku.fi/koski',
  schedule: 'off',
  hour: 3,
  weekday: 1,
  version: 0,
}
const before = { address: change.address, sealedSecret: 'v1.sealed' }

describe('a change of settings', () => {
  test.each([
    ['of a service that is open', 'koodisto', { username: 'me' }, 'credentials-not-used'],
    ['with a password and no name', 'koski', { secret: 'x' }, 'secret-without-username'],
    [
      'to another server',
      'koski',
      { address: 'https://elsewhere.example/koski', username: 'me' },
      'secret-needed',
    ],
    [
      'to another path there',
      'koski',
      { address: 'https://virkailija.opintopolku.fi/x', username: 'me' },
      undefined,
    ],
    ['with its password', 'koski', { address: 'https://a.example', username: 'me', secret: 'x' }, undefined],
    [
      'without any password',
      'koski',
      { address: 'https://a.example', username: 'me', secret: null },
      undefined,
    ],
  ] as const)('%s', (_case, register, given, code) => {
    expect(settingFault(register, before, { ...change, ...given })?.code).toBe(code)
  })

  test('is told by the names of what differs', () => {
    const usual = usualSetting('koski')
    expect(changedSettings(usual, { ...change, secret: null })).toEqual([])
    expect(changedSettings(usual, { ...change, username: 'me', secret: 'x', hour: 4 })).toEqual([
      'username',
      'hour',
      'secret',
    ])
  })
})
