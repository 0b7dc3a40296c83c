import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBody } from './factory-bodies.ts'
import { type Master, type MergeConflict, mergePlans } from './rules-merge.ts'
import { isTreeList, isTreeObject, type Tree, type TreeObject } from './rules-tree.ts'

const merge = (
  base: TreeObject | undefined,
  theirs: TreeObject,
  ours: TreeObject,
  master: Master = 'register',
) => mergePlans<TreeObject>({ base, theirs, ours, master: () => master })

const unit = (unitCode: string, more: TreeObject = {}) => ({ unitCode, ...more })
const units = (...vocationalUnits: TreeObject[]) => ({ vocationalUnits })
const period = (identifier: string, more: TreeObject = {}) => ({ identifier, ...more })

interface Row {
  readonly name: string
  readonly base: TreeObject
  readonly theirs: TreeObject
  readonly ours: TreeObject
  readonly merged: TreeObject
  readonly kept?: string[]
  readonly conflicts?: MergeConflict[]
  readonly master?: Master
}

const table: Row[] = [
  {
    name: 'each side changed another value',
    base: { email: 'a', phone: '1', eid: 'x' },
    theirs: { email: 'b', phone: '1', eid: 'x' },
    ours: { email: 'a', phone: '2' },
    merged: { email: 'b', phone: '2' },
    kept: ['/eid', '/phone'],
  },
  {
    name: 'both changed to the same value',
    base: { email: 'a' },
    theirs: { email: 'b' },
    ours: { email: 'b' },
    merged: { email: 'b' },
  },
  {
    name: 'both changed differently, the register is master',
    base: { email: 'a' },
    theirs: { email: 'b' },
    ours: { email: 'c' },
    merged: { email: 'b' },
    conflicts: [{ pointer: '/email', base: 'a', theirs: 'b', ours: 'c', taken: 'theirs' }],
  },
  {
    name: 'both changed differently, this side is master',
    base: { email: 'a' },
    theirs: { email: 'b' },
    ours: { email: 'c' },
    master: 'here',
    merged: { email: 'c' },
    conflicts: [{ pointer: '/email', base: 'a', theirs: 'b', ours: 'c', taken: 'ours' }],
  },
  {
    name: 'a period edited here in a unit edited and moved there',
    base: units(unit('1'), unit('2', { teachingHours: 1, learningPeriods: [period('p', { start: '1' })] })),
    theirs: units(unit('2', { teachingHours: 5, learningPeriods: [period('p', { start: '1' })] }), unit('1')),
    ours: units(unit('1'), unit('2', { teachingHours: 1, learningPeriods: [period('p', { start: '2' })] })),
    merged: units(unit('2', { teachingHours: 5, learningPeriods: [period('p', { start: '2' })] }), unit('1')),
    kept: ['/vocationalUnits/0/learningPeriods'],
  },
  {
    name: 'parts added on both sides',
    base: units(unit('1')),
    theirs: units(unit('1'), unit('2')),
    ours: units(unit('3'), unit('1'), unit('4')),
    merged: units(unit('3'), unit('1'), unit('2'), unit('4')),
    kept: ['/vocationalUnits/0', '/vocationalUnits/3'],
  },
  {
    name: 'the same part added on both sides with other contents',
    base: {},
    theirs: units(unit('1', { teachingHours: 1, deviation: 'x' })),
    ours: units(unit('1', { teachingHours: 2, essentialMatter: true })),
    merged: units(unit('1', { teachingHours: 1, deviation: 'x', essentialMatter: true })),
    kept: ['/vocationalUnits/0/essentialMatter'],
    conflicts: [{ pointer: '/vocationalUnits/0/teachingHours', theirs: 1, ours: 2, taken: 'theirs' }],
  },
  {
    name: 'two new demonstrations are two',
    base: { demonstrations: [] },
    theirs: { demonstrations: [{ start: '1' }] },
    ours: { demonstrations: [{ start: '2' }] },
    merged: { demonstrations: [{ start: '1' }, { start: '2' }] },
    kept: ['/demonstrations/1'],
  },
  {
    name: 'removed there, edited here',
    base: units(unit('1'), unit('2')),
    theirs: units(unit('1')),
    ours: units(unit('1'), unit('2', { deviation: 'x' })),
    merged: units(unit('1')),
    conflicts: [
      { pointer: '/vocationalUnits', base: unit('2'), ours: unit('2', { deviation: 'x' }), taken: 'theirs' },
    ],
  },
  {
    name: 'removed here, edited there, this side is master',
    base: units(unit('1'), unit('2')),
    theirs: units(unit('1'), unit('2', { deviation: 'x' })),
    ours: units(unit('1')),
    master: 'here',
    merged: units(unit('1')),
    conflicts: [
      { pointer: '/vocationalUnits', base: unit('2'), theirs: unit('2', { deviation: 'x' }), taken: 'ours' },
    ],
  },
  {
    name: 'removed here, untouched there; another edited there',
    base: units(unit('1'), unit('2')),
    theirs: units(unit('1', { teachingHours: 1 }), unit('2')),
    ours: units(unit('1')),
    merged: units(unit('1', { teachingHours: 1 })),
    kept: ['/vocationalUnits'],
  },
  {
    name: 'moved here, edited there',
    base: units(unit('1'), unit('2'), unit('3')),
    theirs: units(unit('1', { teachingHours: 1 }), unit('2'), unit('3')),
    ours: units(unit('3'), unit('1'), unit('2')),
    merged: units(unit('3'), unit('1', { teachingHours: 1 }), unit('2')),
    kept: ['/vocationalUnits'],
  },
  {
    name: 'a code changed on both sides, and with it the version on one',
    base: { careerPlanCode: 'a', careerPlanCodeVersion: 1 },
    theirs: { careerPlanCode: 'b', careerPlanCodeVersion: 2 },
    ours: { careerPlanCode: 'c', careerPlanCodeVersion: 1 },
    master: 'here',
    merged: { careerPlanCode: 'c', careerPlanCodeVersion: 1 },
    conflicts: [{ pointer: '/careerPlanCode', base: 'a', theirs: 'b', ours: 'c', taken: 'ours' }],
  },
  {
    name: 'a list against a value',
    base: { a: [1] },
    theirs: { a: 'x' },
    ours: { a: [1, 2] },
    merged: { a: 'x' },
    conflicts: [{ pointer: '/a', base: [1], theirs: 'x', ours: [1, 2], taken: 'theirs' }],
  },
]

describe('merging what a register sends with what was edited here', () => {
  it.each(table)('$name', ({ base, theirs, ours, merged, kept = [], conflicts = [], master }) => {
    expect(merge(base, theirs, ours, master)).toEqual({ merged, kept, conflicts })
  })

  it('asks the master by the names of the part', () => {
    const asked: string[] = []
    const body = (start: string) => units(unit('1', { learningPeriods: [period('p', { start })] }))
    const master = (part: string): Master => {
      asked.push(part)
      return 'here'
    }
    const result = mergePlans<TreeObject>({ base: body('1'), theirs: body('2'), ours: body('3'), master })
    expect(asked).toEqual(['vocationalUnits/learningPeriods/start'])
    expect(result.merged).toEqual(body('3'))
  })

  it('keeps parts of both sides when the register has sent nothing before', () => {
    const result = merge(undefined, units(unit('1')), { ...units(unit('2')), email: 'a' })
    expect(result.merged).toEqual({ ...units(unit('1'), unit('2')), email: 'a' })
    expect(result.conflicts).toEqual([])
  })
})

const anyPlan = anyBody as fc.Arbitrary<TreeObject>
const anyMaster = fc.constantFrom<Master>('register', 'here')

describe('every merge', () => {
  it('takes what is chosen for each conflict, and brings the same conflicts whatever is chosen', () => {
    const anyChoices = fc.array(fc.constantFrom('theirs' as const, 'ours' as const))
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, anyChoices, (base, theirs, ours, choices) => {
        const input = { base, theirs, ours, master: () => 'here' as const }
        const plain = mergePlans<TreeObject>(input)
        const chosen = mergePlans<TreeObject>({ ...input, choose: at => choices[at] })
        expect(chosen.conflicts.map(values)).toEqual(plain.conflicts.map(values))
        for (const [at, conflict] of chosen.conflicts.entries()) {
          const choice = choices[at] ?? 'ours'
          expect(conflict.taken).toBe(choice)
          const value = conflict[choice]
          if (value !== undefined) expect(partAt(chosen.merged, conflict.pointer)).toEqual(value)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('takes a value that was put together of both', () => {
    const sides = { base: { deviation: 'a' }, theirs: { deviation: 'a b' }, ours: { deviation: 'a c' } }
    const { merged } = mergePlans<TreeObject>({
      ...sides,
      master: () => 'here',
      choose: () => ({ value: 'a b c' }),
    })
    expect(merged).toEqual({ deviation: 'a b c' })
  })

  it('without an edit on one side takes the other', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyMaster, (base, x, master) => {
        expect(merge(base, x, base, master)).toEqual({ merged: x, kept: [], conflicts: [] })
        expect(merge(base, base, x, master)).toMatchObject({ merged: x, conflicts: [] })
        expect(merge(base, x, x, master)).toEqual({ merged: x, kept: [], conflicts: [] })
      }),
    )
  })

  it('loses no value that either side brought', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, anyMaster, (base, left, right, master) => {
        const [theirs, ours] = [marked(left, 'theirs'), marked(right, 'ours')]
        const { merged, conflicts } = merge(base, theirs, ours, master)
        const there = new Set(
          [merged, ...conflicts.flatMap(c => [c.theirs ?? null, c.ours ?? null])].flatMap(words),
        )
        // Codes name parts and are not marked: one that a side took away, and the other left as it was, is gone.
        const brought = [theirs, ours].flatMap(words).filter(word => /^(theirs|ours) /.test(String(word)))
        for (const word of brought) expect(there).toContain(word)
      }),
      { numRuns: 200 },
    )
  })

  it('names places that exist', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, anyMaster, (base, theirs, ours, master) => {
        const { merged, kept, conflicts } = merge(base, theirs, ours, master)
        for (const pointer of [...kept, ...conflicts.map(c => c.pointer)]) {
          const parent = pointer.slice(0, pointer.lastIndexOf('/'))
          expect(partAt(merged, parent), pointer).toBeDefined()
        }
      }),
    )
  })
})

const values = ({ base, theirs, ours }: MergeConflict) => ({ base, theirs, ours })

/** The same body with every text of its own naming its side and place, so that no two texts are equal by chance. */
function marked(body: TreeObject, side: string): TreeObject {
  let count = 0
  const walk = (tree: Tree, key: string): Tree => {
    if (isTreeList(tree)) return tree.map(item => walk(item, key))
    if (isTreeObject(tree)) {
      return Object.fromEntries(
        Object.entries(tree).map(([name, value]) => [name, walk(value ?? null, name)]),
      )
    }
    count += 1
    return /code|identifier/i.test(key) ? tree : `${side} ${count}`
  }
  return walk(body, '') as TreeObject
}

function words(tree: Tree): Tree[] {
  if (isTreeList(tree)) return tree.flatMap(words)
  return isTreeObject(tree) ? Object.values(tree).flatMap(value => words(value ?? null)) : [tree]
}

function partAt(body: TreeObject, pointer: string): Tree | undefined {
  let value: Tree | undefined = body
  for (const token of pointer.split('/').slice(1)) {
    if (isTreeList(value)) value = value[Number(token)]
    else value = isTreeObject(value) ? value[token] : undefined
  }
  return value
}
