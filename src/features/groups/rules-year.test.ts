import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { groupsToWrite, presentGroup, teacherOfMost } from './rules-register.ts'
import { type GroupBefore, planYear } from './rules-year.ts'

const today = plainDateOf('2026-08-01')
const group = (code: string, more: Partial<GroupBefore> = {}): GroupBefore => ({
  code,
  name: null,
  teacherId: `teacher of ${code}`,
  endsOn: null,
  version: 1,
  ...more,
})
const groups = new Map(
  [group('1A'), group('2A'), group('3A'), group('OLD', { endsOn: '2026-06-01' })].map(one => [one.code, one]),
)
const row = (code: string, continuesAs: string | null, more = {}) => ({
  code,
  version: 1,
  continuesAs,
  ...more,
})

test('each year takes the place of the next, all at once', () => {
  const plan = planYear([row('1A', '2A'), row('2A', '3A'), row('3A', null)], groups, today)
  expect(plan).toEqual({
    ok: true,
    groups: [
      { ...group('1A'), endsOn: today, continuesAs: '2A', version: undefined },
      { code: '2A', name: null, teacherId: 'teacher of 1A', endsOn: null, continuesAs: null },
      { code: '3A', name: null, teacherId: 'teacher of 2A', endsOn: null, continuesAs: null },
    ].map(({ version: _version, ...one }: { version?: unknown } & object) => one),
    moves: [
      { from: '1A', to: '2A', teacherFrom: 'teacher of 1A', teacherTo: 'teacher of 1A' },
      { from: '2A', to: '3A', teacherFrom: 'teacher of 2A', teacherTo: 'teacher of 2A' },
      { from: '3A', to: null, teacherFrom: 'teacher of 3A', teacherTo: 'teacher of 3A' },
    ],
  })
})

test.each([
  ['a group that goes on as it is changes nothing', [row('1A', '1A')], [], []],
  ['a group that ends keeps its students', [row('1A', null)], [{ code: '1A', endsOn: today }], []],
  [
    'another teacher alone',
    [row('1A', '1A', { teacherId: 't' })],
    [{ code: '1A', teacherId: 't' }],
    [{ from: '1A', to: '1A', teacherTo: 't' }],
  ],
  ['another name alone', [row('1A', '1A', { name: 'Uusi' })], [{ code: '1A', name: 'Uusi' }], []],
  [
    'the code of a closed group is used again: who was left in it is left out',
    [row('1A', 'OLD')],
    [
      { code: '1A', endsOn: today, continuesAs: 'OLD' },
      { code: 'OLD', endsOn: null },
    ],
    [
      { from: '1A', to: 'OLD' },
      { from: 'OLD', to: null },
    ],
  ],
  [
    'a closed group and another one change places',
    [row('OLD', 'NEW'), row('1A', 'OLD')],
    [
      { code: '1A', continuesAs: 'OLD' },
      { code: 'NEW', endsOn: null },
      { code: 'OLD', endsOn: null },
    ],
    [
      { from: 'OLD', to: 'NEW' },
      { from: '1A', to: 'OLD' },
    ],
  ],
  [
    'a closed group is opened again',
    [row('OLD', 'OLD')],
    [{ code: 'OLD', endsOn: null, continuesAs: null }],
    [],
  ],
])('%s', (_what, rows, written, moves) => {
  const plan = planYear(rows, groups, today)
  expect(plan.ok && plan.groups).toEqual(written.map(one => expect.objectContaining(one)))
  expect(plan.ok && plan.moves).toEqual(moves.map(one => expect.objectContaining(one)))
})

test.each([
  [[row('9Z', '1B')], 0, 'unknown'],
  [[row('1A', '1B', { version: 2 })], 0, 'changed-since'],
  [[row('1A', '1B'), row('1A', null)], 1, 'twice'],
  [[row('1A', 'X'), row('2A', 'X')], 1, 'same-target'],
  [[row('1A', '2A')], 0, 'taken'],
])('%# cannot be done', (rows, index, code) => {
  expect(planYear(rows, groups, today)).toEqual({ ok: false, problems: [{ index, code }] })
})

test('whatever goes on, no two groups end up under one code', () => {
  const codes = fc.constantFrom('1A', '2A', '3A', 'OLD', 'NEW', null)
  const rows = fc.uniqueArray(fc.tuple(fc.constantFrom('1A', '2A', '3A', 'OLD'), codes), {
    selector: ([code]) => code,
  })
  fc.assert(
    fc.property(rows, pairs => {
      const plan = planYear(
        pairs.map(([code, to]) => row(code, to)),
        groups,
        today,
      )
      if (!plan.ok) return
      const written = plan.groups.map(one => one.code)
      expect(new Set(written).size).toBe(written.length)
      const targets = plan.moves.flatMap(move => move.to ?? [])
      expect(new Set(targets).size).toBe(targets.length)
      // Nobody who was in a group stays under a code that another group has from now on.
      const [left, came] = [
        new Set(plan.moves.map(move => move.from)),
        new Map(pairs.map(([a, b]) => [b, a])),
      ]
      for (const code of targets)
        if (groups.has(code) && came.get(code as (typeof pairs)[number][1]) !== code)
          expect(left).toContain(code)
    }),
  )
})

test('a code of the year before is followed to the group of today', () => {
  const stored = (code: string, to: string | null) =>
    [
      code,
      { code, name: null, teacher_id: null, ends_on: to === null ? null : '2026-08-01', continues_as: to },
    ] as const
  const known = new Map([
    stored('A25', 'A26'),
    stored('A26', 'A27'),
    stored('A27', null),
    stored('X', 'Y'),
    stored('Y', 'X'),
  ])
  expect(['A25', 'A27', 'new', 'X'].map(code => presentGroup(code, known))).toEqual([
    'A27',
    'A27',
    'new',
    'Y',
  ])
})

test.each([
  ['nothing new of an ended group', {}, []],
  ['a student whom it told elsewhere before', { news: true }, ['OLD']],
  ['another name of an ended group', { name: 'Uusi' }, []],
])('the register tells %s', (_what, told, codes) => {
  const stored = { code: 'OLD', name: 'Vanha', teacher_id: 't', ends_on: '2026-06-01', continues_as: null }
  const written = groupsToWrite(
    [{ code: 'OLD', teachers: [], news: false, ...told }],
    new Map([['OLD', stored]]),
  )
  expect(written.map(one => one.code)).toEqual(codes)
})

test('the teacher of most students is the group’s', () => {
  expect(teacherOfMost(['b', 'a', 'b'])).toBe('b')
  expect(teacherOfMost(['b', 'a'])).toBe('a')
  expect(teacherOfMost([])).toBeUndefined()
})
