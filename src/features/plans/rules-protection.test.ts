import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenMark, maskAt, maskContacts, maskPlan } from './rules-protection.ts'
import type { Tree } from './rules-tree.ts'

const period = {
  start: '2026-09-01',
  end: '2026-12-01',
  methodCode: 'osaamisenhankkimistapa_koulutussopimus',
  periodNote: 'Kylässä',
  workplace: { name: 'Paja', businessId: '1', tasks: ['a'], instructor: { contact: 'id' } },
}
const hiddenPeriod = {
  ...period,
  periodNote: hiddenMark,
  workplace: {
    name: hiddenMark,
    businessId: hiddenMark,
    tasks: [hiddenMark],
    instructor: { contact: 'id' },
  },
}

test('places and people are hidden, dates, codes and references stay', () => {
  const plan = {
    studentOid: '1',
    email: 'a',
    vocationalUnits: [{ unitCode: 'x', learningPeriods: [period] }],
  }
  expect(maskPlan(plan)).toEqual({
    studentOid: '1',
    email: hiddenMark,
    vocationalUnits: [{ unitCode: 'x', learningPeriods: [hiddenPeriod] }],
  })
})

test.each<[string, Tree, unknown]>([
  ['/vocationalUnits/0/learningPeriods/0/workplace/name', 'Paja', hiddenMark],
  ['/vocationalUnits/0/learningPeriods/0/workplace/tasks/1', 'a', hiddenMark],
  ['/vocationalUnits/0/learningPeriods/0/workplace', period.workplace, hiddenPeriod.workplace],
  ['/vocationalUnits/0/learningPeriods', [period], [hiddenPeriod]],
  ['/vocationalUnits/0/demonstrations/0/content/0', 'Pajalla', hiddenMark],
  ['/vocationalUnits/0/learningPeriods/0/workplace/instructor/contact', 'id', 'id'],
  ['/vocationalUnits/0/learningPeriods/0/end', '2026-12-01', '2026-12-01'],
  ['/priorLocalUnits/0/aimsAndContent', 'Piilokylä', hiddenMark],
  ['/localUnits/0/name', 'Piilokylä', hiddenMark],
  ['/localUnits/0', { name: 'P', competencePoints: 5 }, { name: hiddenMark, competencePoints: 5 }],
  ['/studySkillsStudies/0/description', 'Piilokylä', hiddenMark],
  ['/email', 'a', hiddenMark],
  ['', { email: 'a', careerPlanCode: 'c' }, { email: hiddenMark, careerPlanCode: 'c' }],
])('a change at %s', (pointer, value, masked) => expect(maskAt(pointer, value)).toEqual(masked))

test('no text of a workplace is left, however deep it stands', () => {
  const names = fc.constantFrom('workplace', 'environment', 'organisation', 'workAssessors')
  const keys = fc.constantFrom('name', 'description', 'organisation', 'other')
  const inner = fc.object({ key: keys, values: [fc.constant('PIILO')], maxDepth: 4 })
  fc.assert(
    fc.property(names, inner, (name, value) => {
      const masked = maskPlan({ units: [{ [name]: value as Tree }] })
      expect(JSON.stringify(masked)).not.toContain('PIILO')
    }),
  )
})

test('of contacts stays that they are there', () => {
  expect(maskContacts({ a: { kind: 'instructor', name: 'N', phone: '1' } as { kind: string } })).toEqual({
    a: { kind: 'instructor', name: hiddenMark },
  })
})
