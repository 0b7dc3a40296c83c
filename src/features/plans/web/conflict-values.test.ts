import { expect, test } from 'vitest'
import type { StoredPlan } from '../rules-contacts.ts'
import type { Conflict } from './api.ts'
import { otherValue, setAt } from './conflict-values.ts'

const plan = {
  careerPlanCode: 'urasuunnitelma_0001',
  contact: 'a',
  vocationalUnits: [{ learningPeriods: [{ partTimeShare: 60 }, { partTimeShare: 50 }] }],
} as unknown as StoredPlan
const share = '/vocationalUnits/0/learningPeriods/0/partTimeShare'
const conflict = (part: Partial<Conflict>): Conflict => ({
  id: 'c',
  pointer: share,
  register: 60,
  here: 80,
  taken: 'register',
  source: 'wilma',
  at: '2026-11-20T10:00:00Z',
  ...part,
})

test.each([
  ['the value made here', conflict({}), { value: 80 }],
  ['the value of the register', conflict({ register: 80, here: 60, taken: 'here' }), { value: 80 }],
  ['an empty place', conflict({ here: undefined }), { value: undefined }],
  ['nothing, where the plan has gone on since', conflict({ register: 70 }), undefined],
  ['nothing, where the place is gone', conflict({ pointer: '/localUnits/3/name' }), undefined],
  ['nothing of a whole part', conflict({ pointer: '/vocationalUnits/0', register: {}, here: {} }), undefined],
  ['nothing of a list', conflict({ here: [80] }), undefined],
  ['nothing of a person', conflict({ pointer: '/contact', register: 'a', here: 'b' }), undefined],
])('the choice is %s', (_name, given, expected) => expect(otherValue(plan, given)).toEqual(expected))

test('only the place of the pointer changes', () => {
  const after = setAt(plan, share, 80)
  expect(after).toEqual({
    ...plan,
    vocationalUnits: [{ learningPeriods: [{ partTimeShare: 80 }, { partTimeShare: 50 }] }],
  })
  expect(setAt(after, '/careerPlanCode', undefined)).not.toHaveProperty('careerPlanCode')
  expect(setAt(after, share, undefined).vocationalUnits?.[0]).toEqual({
    learningPeriods: [{}, { partTimeShare: 50 }],
  })
})
