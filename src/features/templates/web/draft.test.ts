import { describe, expect, test } from 'vitest'
import type { TemplateBody } from '../contract.ts'
import { bodyOf, type DraftCourse, decimal, draftOf, freshId, nextWeek, whole } from './draft.ts'

const period = { id: 'p1', week: 0, weeks: 3, method: 'training-agreement', share: 60, hours: 12.5 } as const
const kept = { ...period, id: 'p2', tasks: ['Huollot'], note: 'Muista' }
const body: TemplateBody = {
  units: [
    {
      ...{ kind: 'vocational', id: 'u1', code: 'tutkinnonosat_1', diaryNumber: 'OPH-1-2020' },
      periods: [period, kept],
      demonstrations: [{ id: 'd1', week: 2, weeks: 1, place: 'workplace', tasks: ['Huolto'] }],
    },
    {
      ...{ kind: 'common', id: 'u2', code: 'tutkinnonosat_2' },
      subjectAreas: [{ code: 'aine_1', periods: [{ ...period, id: 'p3' }], demonstrations: [] }],
    },
    { kind: 'local', id: 'u3', name: 'Oma', points: 5, description: 'Paja', periods: [], demonstrations: [] },
  ],
  breaks: [{ week: 8, weeks: 1 }],
  careerPlanCode: 'urasuunnitelma_0001',
}

describe('a draft', () => {
  test('gives back what it was made of, also what the page does not show', () =>
    expect(bodyOf(draftOf(body))).toEqual(body))

  test.each([
    ['a week 0', { week: '0' }],
    ['no week', { week: '' }],
    ['words', { weeks: 'kaksi' }],
    ['a share over the whole', { share: '101' }],
    ['hours of no number', { hours: '1,2,3' }],
  ])('with %s is not saved', (_, wrong) => {
    const draft = draftOf(body)
    const [first, ...rest] = draft.units
    if (first?.kind !== 'vocational') throw new Error('made otherwise')
    const periods = first.periods.map(one => ({ ...one, ...wrong }))
    expect(bodyOf({ ...draft, units: [{ ...first, periods }, ...rest] })).toBeUndefined()
  })

  test('has ids of its own for what is new, after everything that there is', () => {
    const draft = draftOf(body)
    expect(freshId(draft, 'p')).toBe('p8')
    expect(
      nextWeek(
        draft.units.flatMap((unit): readonly DraftCourse[] =>
          unit.kind === 'common' ? unit.subjectAreas : [unit],
        ),
      ),
    ).toBe('4')
    expect(nextWeek([])).toBe('1')
  })
})

test('numbers are read as they are typed here', () => {
  expect([whole(' 12 ', 1, 260), whole('12,5', 1, 260), whole('261', 1, 260)]).toEqual([
    12,
    undefined,
    undefined,
  ])
  expect([decimal('12,5', 100), decimal('', 100), decimal('-1', 100)]).toEqual([12.5, 'empty', undefined])
})
