import { describe, expect, test } from 'vitest'
import { firstTooLong, longTextsOf } from './rules-bounds.ts'

const planOf = (name: string, instructor = 'Otto') => ({
  localUnits: [
    { name, learningPeriods: [{ workplace: { name: 'Paja', instructor: { name: instructor } } }] },
  ],
})

describe('how long the texts of people are', () => {
  test('is told with the place of the first that is too long', () => {
    expect(firstTooLong(planOf('x'.repeat(20_000), 'x'.repeat(500)))).toBeUndefined()
    expect(firstTooLong(planOf('x'.repeat(20_001)))).toMatchObject({
      pointer: '/localUnits/0/name',
      limit: 20_000,
      count: 20_001,
    })
    expect(firstTooLong(planOf('x', 'x'.repeat(501)))).toMatchObject({
      pointer: '/localUnits/0/learningPeriods/0/workplace/instructor/name',
      limit: 500,
    })
  })

  test('leaves what a register sent as it was', () => {
    const stored = planOf('x'.repeat(30_000))
    expect(firstTooLong(stored, longTextsOf(stored))).toBeUndefined()
    expect(firstTooLong(planOf('y'.repeat(30_000)), longTextsOf(stored))?.count).toBe(30_000)
  })
})
