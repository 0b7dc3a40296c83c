import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ShownFinding } from './api.ts'
import { bySeverity, placeFindings, placeOfFinding, steps } from './placement.ts'

const at = (pointer: string): ShownFinding => ({ code: 'x', severity: 'warning', pointer, text: pointer })

test.each([
  ['/units/0', 'own'],
  ['/units/0/start', 'field'],
  ['/units/0/start/deeper', 'field'],
  ['/units/0/strange', 'own'],
  ['/units/0/periods', 'own'],
  ['/units/0/periods/1/end', 'inside'],
  ['/units/0/periods/2', 'own'],
  ['/units/0/periods/-', 'own'],
  ['/units/01', 'elsewhere'],
  ['/units/1/start', 'elsewhere'],
  ['', 'elsewhere'],
])('the finding at %s is drawn %s', (pointer, place) => {
  const placed = placeFindings([at(pointer)], '/units/0', { fields: ['start'], inner: { periods: 2 } })
  expect(placed.own.length).toBe(place === 'own' ? 1 : 0)
  expect(placed.byField(['start']).length).toBe(place === 'field' ? 1 : 0)
})

test('every finding of a plan is drawn exactly once', () => {
  const step = fc.constantFrom('start', 'periods', '0', '1', '2', 'x')
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 8 }), paths => {
      const findings = paths.map(path => at(path.map(part => `/${part}`).join('')))
      const root = placeFindings(findings, '', { fields: ['start'], inner: { periods: 2 } })
      const inner = [0, 1].map(index => placeFindings(findings, `/periods/${index}`, { fields: ['x'] }))
      const drawn = [root, ...inner].flatMap(placed => [...placed.own, ...placed.byField(['start', 'x'])])
      expect(drawn.length).toBe(findings.length)
      expect(new Set(drawn)).toEqual(new Set(findings))
    }),
  )
})

test('the head of a list that has a section of its own is not drawn at the block', () => {
  const block = { fields: [], inner: { units: 1 }, headed: ['units'] }
  const placed = placeFindings([at('/units'), at('/units/1'), at('/units/0')], '', block)
  expect(placed.own.map(({ pointer }) => pointer)).toEqual(['/units/1'])
})

test('what is missing is told beside its line', () => {
  const missing = { ...at('/units/0'), code: 'part-time-share-missing' }
  const placed = placeFindings([missing], '/units/0', { fields: ['partTimeShare'] })
  expect(placed.byField(['partTimeShare'])).toEqual([missing])
  expect(placeFindings([missing], '/units/0', { fields: [] }).own).toEqual([missing])
})

test('steps are unescaped', () => expect(steps('/a~1b/~0/0')).toEqual(['a/b', '~', '0']))

test('errors come first, the rest keeps its order', () => {
  const findings = (['info', 'warning', 'error', 'warning'] as const).map((severity, index) => ({
    ...at(String(index)),
    severity,
  }))
  expect(bySeverity(findings).map(({ pointer }) => pointer)).toEqual(['2', '1', '3', '0'])
})

test('what is said of the sum of points is mended in the forms where units are added', () => {
  const sum = { ...at(''), code: 'points-surely-below-qualification' }
  expect(placeOfFinding(sum).pointer).toBe('/vocationalUnits')
})
