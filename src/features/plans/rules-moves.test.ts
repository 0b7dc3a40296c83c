import { expect, test } from 'vitest'
import { movedPlace, movedPointer } from './rules-moves.ts'

const unit = (unitCode: string, more: object = {}) => ({ unitCode, unitCodeVersion: 1, ...more })
const before = {
  vocationalUnits: [unit('a', { learningPeriods: [{ identifier: 'p', start: 'x' }] }), unit('b')],
}

test.each([
  ['stays', before, '/vocationalUnits/0/unitCode', '/vocationalUnits/0/unitCode'],
  [
    'follows its unit',
    { vocationalUnits: [unit('new'), unit('b'), ...before.vocationalUnits.slice(0, 1)] },
    '/vocationalUnits/0/learningPeriods/0/strange~1key',
    '/vocationalUnits/2/learningPeriods/0/strange~1key',
  ],
  [
    'of a part that is gone leads nowhere',
    { vocationalUnits: [unit('b')] },
    '/vocationalUnits/0/x',
    undefined,
  ],
  ['of a list that is gone leads nowhere', {}, '/vocationalUnits/1/x', undefined],
  ['on the head stays', { careerPlanCode: 'c' }, '/strange', '/strange'],
])('a pointer %s', (_what, after, pointer, moved) => {
  expect(movedPointer(before, after, pointer)).toBe(moved)
})

test('a place that is gone is told by what held it', () => {
  expect(movedPlace(before, { vocationalUnits: [unit('b')] }, '/vocationalUnits/0/x')).toBe(
    '/vocationalUnits',
  )
  expect(movedPlace(before, {}, '/vocationalUnits/0/x')).toBe('/vocationalUnits')
})
