import { describe, expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { Plan } from './contract.ts'
import { head, unit } from './factory-checks.ts'
import { checkPlan } from './rules.ts'
import { applyFix } from './rules-fixes.ts'

const code = 'text-has-control-characters'
const found = (plan: Plan) =>
  checkPlan(plan, { today: plainDateOf('2026-11-22') }).filter(finding => finding.code === code)
const planOf = (name: string): Plan => ({
  ...head,
  localUnits: [{ name, learningPeriods: [], demonstrations: [] }],
})

describe('characters that nobody sees', () => {
  test.each([
    ['a bell', 'a\u0007b'],
    ['an escape', 'a\u001bb'],
    ['one of the second set', 'a\u0085b'],
    ['an override', 'a\u202eb'],
    ['an embedding', 'a\u202ab'],
    ['an isolate', 'a\u2067b'],
  ])('%s is told, and taken out by its fix', (_, name) => {
    const [finding, ...more] = found(planOf(name))
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      severity: 'warning',
      pointer: '/localUnits/0/name',
      fix: { value: 'ab' },
    })
    const mended = finding?.fix === undefined ? planOf(name) : applyFix(planOf(name), finding.fix)
    expect(mended).toEqual(planOf('ab'))
    expect(found(mended)).toEqual([])
  })

  test.each([
    ['a line break and a tab', 'a\r\n\tb'],
    ['Arabic with a mark of direction', 'سلام\u200f.'],
    ['a joined emoji', '👩\u200d🔧'],
  ])('%s is ordinary', (_, name) => {
    expect(found(planOf(name))).toEqual([])
  })

  test('of a person are told without the name, which findings never hold', () => {
    const demonstrations = [
      { start: '2025-01-01', end: '2025-01-02', environment: { name: 'P' }, content: ['T\u0007'] },
    ]
    const assessor = { name: 'Otto\u202e', organisation: { name: 'P' } }
    const plan = {
      ...head,
      email: 'a\u0000@esimerkki.test',
      vocationalUnits: [
        { ...unit, demonstrations: demonstrations.map(d => ({ ...d, workAssessors: [assessor] })) },
      ],
    }
    const at = '/vocationalUnits/0/demonstrations/0'
    expect(found(plan).map(({ fix, pointer }) => [pointer, fix?.value])).toEqual([
      ['/email', undefined],
      [`${at}/content/0`, 'T'],
      [`${at}/workAssessors/0/name`, undefined],
    ])
  })
})
