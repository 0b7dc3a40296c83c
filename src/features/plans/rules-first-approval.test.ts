import { expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { approvedBody, firstApprovalOf, type PlanOrigin } from './rules-first-approval.ts'

const drafted = '2026-09-01'
const here: PlanOrigin = { madeOn: drafted, source: 'here', registers: false, approved: false }
const approving = { now: new Date('2026-09-03T21:30:00Z'), today: plainDateOf('2026-09-04') }

test.each<[string, string, Partial<PlanOrigin>, ReturnType<typeof firstApprovalOf>]>([
  ['the day of drafting', drafted, {}, 'provisional'],
  ['an earlier day that somebody wrote', '2026-08-20', {}, 'typed'],
  ['a later day that somebody wrote', '2026-09-02', {}, 'typed'],
  ['the day of drafting of a plan that was imported', drafted, { source: 'import' }, 'brought'],
  ['the day of drafting after a register has sent the plan', drafted, { registers: true }, 'brought'],
  ['the day of drafting after an approval', drafted, { approved: true }, 'approved'],
  ['another day after an approval', '2026-09-02', { approved: true }, 'approved'],
])('%s', (_what, firstApprovedOn, changes, reason) => {
  const origin = { ...here, ...changes }
  expect(firstApprovalOf(firstApprovedOn, origin)).toBe(reason)
  const body = approvedBody({ firstApprovedOn, phone: '1' }, { ...approving, origin })
  expect(body).toEqual({
    phone: '1',
    firstApprovedOn: reason === 'provisional' ? '2026-09-04' : firstApprovedOn,
    approvedAt: '2026-09-03T21:30:00.000Z',
  })
})

test('a plan that is approved as it is made keeps the day that it says', () => {
  expect(approvedBody({ firstApprovedOn: drafted }, approving).firstApprovedOn).toBe(drafted)
})
