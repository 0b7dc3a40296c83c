import { describe, expect, test } from 'vitest'
import { following, groupTwice, inOrder, mayRevoke } from './rules.ts'

const last = 'roles.last-administrator'
const own = 'roles.own-administrator'

test.each([
  [{ role: 'teacher', own: true, confirmed: false, administrators: 1 }, undefined],
  [{ role: 'administrator', own: false, confirmed: false, administrators: 2 }, undefined],
  [{ role: 'administrator', own: false, confirmed: true, administrators: 1 }, last],
  [{ role: 'administrator', own: true, confirmed: true, administrators: 1 }, last],
  [{ role: 'administrator', own: true, confirmed: false, administrators: 2 }, own],
  [{ role: 'administrator', own: true, confirmed: true, administrators: 2 }, undefined],
] as const)('%j may be taken away unless %s', (revoking, code) => {
  const verdict = mayRevoke(revoking)
  expect(verdict.ok ? undefined : verdict.code).toBe(code)
})

describe('roles that follow groups', () => {
  const openid = (role: 'teacher' | 'quality') => ({ role, origin: 'openid' as const })
  const granted = (role: 'teacher' | 'quality') => ({ role, origin: 'granted' as const })
  const register = { role: 'teacher', origin: 'register' } as const

  test.each([
    [[], ['teacher', 'teacher'], ['teacher'], []],
    [[openid('teacher')], ['teacher'], [], []],
    [[openid('teacher')], ['quality'], ['quality'], ['teacher']],
    [[openid('teacher'), openid('quality')], [], [], ['teacher', 'quality']],
    [[granted('teacher')], [], [], []],
    [[granted('teacher')], ['teacher'], [], []],
    [[register, openid('quality')], ['teacher'], [], ['quality']],
  ] as const)('held %j, wanted %j: gives %j, takes %j', (held, wanted, give, take) => {
    expect(following(held, wanted)).toEqual({ give, take })
  })
})

test('a mapping is stored without spaces around names, in order', () => {
  expect(
    inOrder([
      { group: 'b', roles: ['teacher', 'guidance'] },
      { group: ' a', roles: ['quality'] },
    ]),
  ).toEqual([
    { group: 'a', roles: ['quality'] },
    { group: 'b', roles: ['guidance', 'teacher'] },
  ])
})

test.each([
  [['a', 'b'], -1],
  [['a', 'b', 'a '], 2],
  [['a', 'A'], -1],
])('of %j the second naming is at %i', (names, place) => {
  expect(groupTwice(names.map(group => ({ group, roles: ['teacher'] })))).toBe(place)
})
