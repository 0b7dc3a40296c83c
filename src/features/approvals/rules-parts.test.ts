import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyBody } from '../plans/factory-bodies.ts'
import { isTreeList, isTreeObject, type Tree } from '../plans/rules-tree.ts'
import { partAt, partsOf } from './rules-parts.ts'

const training = 'osaamisenhankkimistapa_koulutussopimus'
const apprenticeship = 'osaamisenhankkimistapa_oppisopimus'

const atWork = (changes: object = {}) => ({
  identifier: 'p1',
  start: '2026-09-01',
  end: '2026-12-18',
  methodCode: training,
  methodCodeVersion: 1,
  partTimeShare: 80,
  workplace: { name: 'Paja Oy', tasks: ['Huollot'], instructor: { contact: 'c1' } },
  ...changes,
})
const school = { identifier: 's1', start: '2026-08-10', end: '2026-08-31', methodCode: 'muu' }
const body = (changes: object = {}, period: object = {}) => ({
  firstApprovedOn: '2026-08-10',
  needToAcquireCompetence: true,
  contact: 'c0',
  vocationalUnits: [{ unitCode: 'u_1', teachingHours: 20, learningPeriods: [school, atWork(period)] }],
  commonUnits: [
    {
      unitCode: 'u_2',
      subjectAreas: [
        { subjectAreaCode: 'a', learningPeriods: [atWork({ identifier: 'p2', methodCode: apprenticeship })] },
      ],
    },
  ],
  learningSupport: [{ typeCode: 'tuki_1' }],
  ...changes,
})

const texts = (of: object) => new Map(partsOf(of).map(({ key, text }) => [key, text]))

/** The keys of the parts whose content is another. */
function changed(before: object, after: object): string[] {
  const [was, is] = [texts(before), texts(after)]
  return [...new Set([...was.keys(), ...is.keys()])].filter(key => was.get(key) !== is.get(key))
}

test('a plan has its path, its support, and each workplace period by its form', () => {
  expect(partsOf(body()).map(({ key, kind }) => [key, kind])).toEqual([
    ['path', 'path'],
    ['support', 'support'],
    ['period:p1', 'training-agreement'],
    ['period:p2', 'apprenticeship'],
  ])
  expect(partsOf({ learningSupport: [] }).map(({ key }) => key)).toEqual(['path'])
})

describe('a change concerns', () => {
  const unit = (changes: object) => ({ vocationalUnits: [{ ...body().vocationalUnits[0], ...changes }] })
  test.each<[string, object, string[]]>([
    ['only the period: its dates', body({}, { end: '2026-12-19' }), ['period:p1']],
    ['only the period: its share', body({}, { partTimeShare: 100 }), ['period:p1']],
    [
      'only the period: its tasks',
      body({}, { workplace: { name: 'Paja Oy', tasks: ['Maalaus'], instructor: { contact: 'c1' } } }),
      ['period:p1'],
    ],
    [
      'only the period: its workplace',
      body({}, { workplace: { name: 'Toinen Oy', tasks: ['Huollot'], instructor: { contact: 'c1' } } }),
      ['period:p1'],
    ],
    ['only the period: its form', body({}, { methodCode: apprenticeship }), ['period:p1']],
    [
      'nothing: another instructor',
      body({}, { workplace: { name: 'Paja Oy', tasks: ['Huollot'], instructor: { contact: 'c9', id: 3 } } }),
      [],
    ],
    [
      'nothing: an interruption that has happened',
      body({}, { interruptions: [{ start: '2026-10-01' }] }),
      [],
    ],
    ['nothing: numbers of the registers', body({ id: 7, eid: 'x' }, { id: 8, moduleId: 'y' }), []],
    ['nothing: versions of code sets', body({}, { methodCodeVersion: 2 }), []],
    ['nothing: the case of a code', body(unit({ unitCode: 'U_1' })), []],
    ['nothing: the day of approving', body({ approvedAt: '2026-09-01T00:00:00Z', contact: 'c7' }), []],
    ['nothing: an empty list', body({ preparatoryParts: [] }), []],
    ['only the path: hours of a unit', body(unit({ teachingHours: 30 })), ['path']],
    [
      'only the path: a period at school',
      body(unit({ learningPeriods: [{ ...school, end: '2026-09-10' }, atWork()] })),
      ['path'],
    ],
    ['only the path: a career plan', body({ careerPlanCode: 'ura_1' }), ['path']],
    ['only support', body({ learningSupport: [{ typeCode: 'tuki_2' }] }), ['support']],
    ['support that ends', body({ learningSupport: [] }), ['support']],
    ['only a period that is taken away', body(unit({ learningPeriods: [school] })), ['period:p1']],
  ])('%s', (_, after, expected) => {
    expect(changed(body(), after)).toEqual(expected)
  })

  test('the form of a period is told by its kind', () => {
    const kind = (of: object) => partsOf(of).find(({ key }) => key === 'period:p1')?.kind
    expect([kind(body()), kind(body({}, { methodCode: apprenticeship.toUpperCase() }))]).toEqual([
      'training-agreement',
      'apprenticeship',
    ])
  })
})

describe('workplace periods that registers name badly', () => {
  const two = (one: object, other: object) =>
    body({ vocationalUnits: [{ unitCode: 'u_1', learningPeriods: [atWork(one), atWork(other)] }] })

  test('without an identifier are known by their unit and beginning', () => {
    const unnamed = partsOf(body({}, { identifier: undefined })).find(
      one => one.kind === 'training-agreement',
    )
    expect(unnamed?.key).not.toMatch(/u_1|2026/)
    expect(partsOf(body({}, { identifier: undefined, end: '2027-01-31' })).map(({ key }) => key)).toContain(
      unnamed?.key,
    )
    const elsewhere = partsOf(body({}, { identifier: undefined, start: '2026-09-02' }))
    expect(partAt(elsewhere, unnamed?.key ?? '')).toBeUndefined()
    // With an identifier it is the same part still, and nothing of it is another.
    expect(partAt(partsOf(body()), unnamed?.key ?? '')).toMatchObject({
      key: 'period:p1',
      text: unnamed?.text,
    })
  })

  test('that share an identifier are one part, of which neither changes unseen', () => {
    const before = two({}, { start: '2027-01-01' })
    expect([...texts(before).keys()].filter(key => key === 'period:p1')).toHaveLength(1)
    expect(changed(before, two({}, { start: '2027-01-02' }))).toEqual(['period:p1'])
    expect(changed(before, two({ partTimeShare: 10 }, { start: '2027-01-01' }))).toEqual(['period:p1'])
    expect(changed(before, two({ start: '2027-01-01' }, {}))).toEqual([])
  })
})

/** The same plan with every list the other way round. */
function reversed(tree: Tree): Tree {
  if (isTreeList(tree)) return tree.map(reversed).reverse()
  if (!isTreeObject(tree)) return tree
  return Object.fromEntries(
    Object.entries(tree)
      .map(([key, value]) => [key, reversed(value ?? null)] as const)
      .reverse(),
  )
}

test('the order of parts and of members never matters', () => {
  fc.assert(
    fc.property(anyBody, plan => {
      const atWorkplaces = JSON.parse(
        JSON.stringify(plan).replaceAll('"start"', `"methodCode":"${training}","start"`),
      )
      // Which unit a period without an identifier stands in is told by its key, and two may share one.
      expect([...texts(reversed(atWorkplaces) as object)].sort()).toEqual([...texts(atWorkplaces)].sort())
    }),
    { numRuns: 150 },
  )
})
