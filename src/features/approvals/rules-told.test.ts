import { expect, test } from 'vitest'
import { formatDateRange } from '../../platform/i18n/format.ts'
import { type StuckPart, toldOf } from './rules-told.ts'

const stuck: StuckPart = {
  ...{ part: 'period:a', party: 'student', state: 'declined', masked: false },
  ...{ method_code: null, starts_on: null, ends_on: null },
}
const days = { starts_on: '2026-09-01', ends_on: '2026-12-18' }

test.each<[string, Partial<StuckPart>, object]>([
  ['a part', { part: 'path' }, { reason: 'declined-told', part: 'Path of studies', party: 'the student' }],
  [
    'what waits',
    { part: 'support', party: 'guardian', state: 'asked' },
    { reason: 'waiting-told', part: 'Learning support', party: 'the guardian' },
  ],
  [
    'a period by its form and days',
    { ...days, party: 'employer', method_code: 'Osaamisenhankkimistapa_Koulutussopimus' },
    {
      reason: 'declined-told',
      part: `Training agreement period ${formatDateRange(days.starts_on, days.ends_on, 'en')}`,
      party: 'the employer',
    },
  ],
  [
    'a period that the plan has no more',
    {},
    { reason: 'declined-told', part: 'Period at a workplace', party: 'the student' },
  ],
  ['nothing of a protected student', { ...days, masked: true }, { reason: 'declined' }],
  ['nothing of somebody else', { party: 'provider', state: 'asked' }, { reason: 'waiting' }],
])('tells %s', (_what, changes, told) => {
  expect(toldOf({ ...stuck, ...changes }, 'en')).toEqual(told)
})
