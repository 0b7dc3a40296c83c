import { expect, test } from 'vitest'
import { right } from './factory.ts'
import { otherArea } from './rules-area.ts'

const diaryNumber = 'OPH-1-2026'
const areas = (...codes: string[]) => ({
  ...right,
  attainments: right.attainments.map(one => ({ ...one, competenceAreas: codes.map(code => ({ code })) })),
})

test.each([
  ['the same as the study register tells it', areas('1008'), 'osaamisala_1008', undefined],
  ['another, named with its set', areas('1719'), 'osaamisala_1008', 'osaamisala_1719'],
  ['another', areas('x_b'), 'x_a', 'x_b'],
  ['the same', areas('x_a'), 'x_a', undefined],
  ['one of two', areas('x_b', 'x_a'), 'x_a', undefined],
  ['none yet', right, 'a', undefined],
  ['a template for all', areas('b'), null, undefined],
  ['no study right', null, 'a', undefined],
])('%s', (_, own, competenceArea, told) => {
  expect(otherArea(own, { competenceArea, diaryNumber })).toBe(told)
})

test('an area of another qualification says nothing', () => {
  expect(otherArea(areas('b'), { competenceArea: 'a', diaryNumber: 'OPH-2-2026' })).toBeUndefined()
})
