import { expect, test } from 'vitest'
import { right } from './factory.ts'
import { otherArea } from './rules-area.ts'

const diaryNumber = 'OPH-1-2026'
const areas = (...codes: string[]) => ({
  ...right,
  attainments: right.attainments.map(one => ({ ...one, competenceAreas: codes.map(code => ({ code })) })),
})

test.each([
  ['another', areas('b'), 'a', 'b'],
  ['the same', areas('a'), 'a', undefined],
  ['one of two', areas('b', 'a'), 'a', undefined],
  ['none yet', right, 'a', undefined],
  ['a template for all', areas('b'), null, undefined],
  ['no study right', null, 'a', undefined],
])('%s', (_, own, competenceArea, told) => {
  expect(otherArea(own, { competenceArea, diaryNumber })).toBe(told)
})

test('an area of another qualification says nothing', () => {
  expect(otherArea(areas('b'), { competenceArea: 'a', diaryNumber: 'OPH-2-2026' })).toBeUndefined()
})
