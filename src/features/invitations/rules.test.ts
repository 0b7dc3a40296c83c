import { describe, expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { actionsIn, claimedOf, deadLink, matchGuardian, matchStudent, stateOf } from './rules.ts'

const student = {
  studentId: 'a',
  studentOid: '1.2.246.562.24.1',
  givenNames: 'Aamu Maria',
  calledName: 'Aamu',
  familyName: 'Kuviteltu-Malli',
  birthDate: '2009-04-24',
}
const free = { ownStudentId: undefined, guards: false, placeTaken: false }
const nothing = { names: [], birthDate: undefined, email: undefined, studentOid: undefined }
const named = { ...nothing, names: ['Aamu Kuviteltu-Malli'] }
const refused = (code: string) => ({ outcome: 'refuse', code })
const waits = { outcome: 'wait' }
const accepted = { outcome: 'accept' }

describe('a student who follows an invitation', () => {
  test.each([
    ['with the learner number', { studentOid: student.studentOid }, {}, accepted],
    ['with name and birth date', { ...named, birthDate: '2009-04-24' }, {}, accepted],
    [
      'called family name first, in capitals',
      { names: ['KUVITELTU MALLI  AAMU MARIA'], birthDate: '2009-04-24' },
      {},
      accepted,
    ],
    ['with the name alone', named, {}, waits],
    ['with the birth date alone', { birthDate: '2009-04-24' }, {}, waits],
    ['with another name and the birth date', { names: ['Joku Muu'], birthDate: '2009-04-24' }, {}, waits],
    ['with nothing', {}, {}, waits],
    ['with another learner number', { ...named, studentOid: '1.2.3' }, {}, refused('not-you')],
    ['with another birth date', { ...named, birthDate: '2008-04-24' }, {}, refused('not-you')],
    [
      'who is another student here already',
      { studentOid: student.studentOid },
      { ownStudentId: 'b' },
      refused('other-student'),
    ],
    ['who is that student already', { studentOid: student.studentOid }, { ownStudentId: 'a' }, accepted],
    ['who guards that student', { studentOid: student.studentOid }, { guards: true }, refused('both-sides')],
    [
      'in whose place somebody signs in already',
      { studentOid: student.studentOid },
      { placeTaken: true },
      waits,
    ],
  ])('%s', (_, claimed, person, verdict) => {
    expect(matchStudent({ ...nothing, ...claimed }, student, { ...free, ...person })).toEqual(verdict)
  })

  test('is not taken for one whose birth date the register does not know', () => {
    const claimed = { ...named, birthDate: '2009-04-24' }
    expect(matchStudent(claimed, { ...student, birthDate: null }, free)).toEqual(waits)
  })
})

describe('a guardian who follows an invitation', () => {
  const guardian = { name: 'Huolta Malline', email: 'h@esimerkki.test', custody: true, endsOn: '2027-04-24' }
  const both = { ...nothing, names: ['Huolta Malline'], email: 'H@esimerkki.test' }
  const today = plainDateOf('2026-11-23')

  test.each([
    ['with name and verified address', both, {}, {}, accepted],
    ['with the name alone', { ...both, email: undefined }, {}, {}, waits],
    ['with the address alone', { ...both, names: ['Joku Muu'] }, {}, {}, waits],
    ['of whom no address is known', both, { email: null }, {}, waits],
    ['without custody', both, { custody: false }, {}, refused('guardian-ended')],
    ['on the 18th birthday', both, { endsOn: '2026-11-23' }, {}, refused('guardian-ended')],
    ['whose end is not known', both, { endsOn: null }, {}, refused('guardian-ended')],
    ['who is the student', both, {}, { ownStudentId: 'a' }, refused('both-sides')],
    ['who is a student elsewhere in the school', both, {}, { ownStudentId: 'b' }, accepted],
    ['in whose place somebody signs in already', both, {}, { placeTaken: true }, waits],
  ])('%s', (_, claimed, told, person, verdict) => {
    const given = { today, studentId: 'a', person: { ...free, ...person } }
    expect(matchGuardian(claimed, { ...guardian, ...told }, given)).toEqual(verdict)
  })
})

test.each([
  [
    { name: 'A B', email: 'a@b.c', email_verified: true, birthdate: '2009-04-24' },
    { ...nothing, names: ['A B'], email: 'a@b.c', birthDate: '2009-04-24' },
  ],
  [
    { given_name: 'A', family_name: 'B', email: 'a@b.c' },
    { ...nothing, names: ['A B'] },
  ],
  [{ name: ' ', email: 'a@b.c', email_verified: 'true' }, nothing],
  [
    { learner: '1.2', other: '3' },
    { ...nothing, studentOid: '1.2' },
  ],
])('the claims %j are believed as far as they go', (claims, claimed) => {
  expect(claimedOf(claims, 'learner')).toEqual(claimed)
})

test('without a setting no claim is taken for a learner number', () => {
  expect(claimedOf({ learner: '1.2' }, undefined)).toEqual(nothing)
})

const now = new Date('2026-11-23T10:00:00Z')
test.each([
  ['sent', '2026-11-23T10:00:01Z', 'sent', ['renew', 'revoke'], undefined, undefined],
  ['sent', '2026-11-23T10:00:00Z', 'expired', ['renew'], 'expired', 'expired'],
  ['waiting', '2026-11-01T00:00:00Z', 'waiting', ['decide', 'revoke'], 'used', undefined],
  ['accepted', '2026-11-01T00:00:00Z', 'accepted', [], 'used', undefined],
  ['refused', '2026-12-01T00:00:00Z', 'refused', ['renew'], 'refused', 'refused'],
  ['revoked', '2026-12-01T00:00:00Z', 'revoked', ['renew'], 'revoked', 'revoked'],
] as const)('%s until %s stands as %s', (state, expires, stands, actions, toOthers, toSame) => {
  const standing = stateOf({ state, expiresAt: new Date(expires) }, now)
  expect([standing, actionsIn(standing)]).toEqual([stands, actions])
  expect([deadLink(standing, false), deadLink(standing, true)]).toEqual([toOthers, toSame])
})
