import { expect, test } from 'vitest'
import type { StoredPlan } from '../../rules-contacts.ts'
import { planWorkplaces } from '../pick/plan-workplaces.ts'
import { wayTo } from './places-on-way.ts'
import { linesIn, numberIn } from './reading-numbers.ts'

test.each([
  ['', { whole: false }, undefined],
  [' 12,5 ', { whole: false }, 12.5],
  ['12.5', { whole: false }, 12.5],
  ['12,5', { whole: true }, null],
  ['12,', { whole: false }, null],
  ['-1', { whole: false }, null],
  ['1e3', { whole: false }, null],
  ['100', { whole: true, min: 1, max: 100 }, 100],
  ['0', { whole: true, min: 1, max: 100 }, null],
  ['101', { whole: true, min: 1, max: 100 }, null],
  ['９', { whole: true }, null],
])('the number in "%s" (%j): %s', (text, shape, expected) => expect(numberIn(text, shape)).toBe(expected))

test('lines say something each', () => expect(linesIn(' a \n\n\r\n b\n')).toEqual(['a', 'b']))

test('the way to a place holds every place on it', () => {
  expect(wayTo('/a/0/b')).toEqual(['/a', '/a/0', '/a/0/b'])
  expect(wayTo('')).toEqual([])
})

test('the workplaces of a plan are offered once, by the beginning, and not to the field that names them', () => {
  const period = (name: string, businessId?: string) => ({
    ...{ start: '2026-09-01', end: '2026-10-01', methodCode: 'm', methodCodeVersion: 1 },
    workplace: { name, tasks: [], instructor: {}, ...(businessId === undefined ? {} : { businessId }) },
  })
  const learningPeriods = [period('Öljy Oy', '1'), period('Öljy Oy', '1'), period('Paja'), period('')]
  const plan = {
    vocationalUnits: [{ unitCode: 'a', unitCodeVersion: 1, learningPeriods }],
  } as unknown as StoredPlan
  expect(planWorkplaces(plan, 'ÖL')).toEqual([{ name: 'Öljy Oy', businessId: '1' }])
  expect(planWorkplaces(plan).map(one => one.name)).toEqual(['Öljy Oy', 'Paja'])
  expect(planWorkplaces(plan, 'Paja')).toEqual([])
})
