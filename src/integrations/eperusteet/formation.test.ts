import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeKey } from '../../features/codes/rules.ts'
import type { Group, Qualification } from '../../features/qualifications/contract.ts'
import type { ChosenPart } from '../../features/qualifications/contract-formation.ts'
import { type WholeSelection, wholeSelection } from '../../features/qualifications/factory-formation.ts'
import { isGroup } from '../../features/qualifications/rules.ts'
import { formationOf } from '../../features/qualifications/rules-formation.ts'
import { type FormationTree, formationTree } from '../../features/qualifications/rules-formation-tree.ts'
import { readQualification } from './codec.ts'

const demo = new URL('../../../db/demo/reference/', import.meta.url)
const shared = new URL('../../../../shared/data/eperusteet/', import.meta.url)

function trees(name: string, { structures, units }: Qualification) {
  return structures
    .filter(({ root }) => root.members.length > 0)
    .map(structure => ({ name: `${name} ${structure.method}`, structure, units }))
}

const jsonIn = (folder: URL) =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter(name => name.endsWith('.json'))
    .map(name => ({ name, json: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }))

const real = [
  ...jsonIn(demo).flatMap(({ name, json }) => (json.structures ? trees(`demo ${name}`, json) : [])),
  // Where ../shared is absent the demo's own trees are what is tried.
  ...jsonIn(shared).flatMap(({ name, json }) => {
    const reading = readQualification(json)
    return reading.ok ? trees(name, reading.value) : []
  }),
]

const runs = { numRuns: 12 }
const shuffled = (parts: readonly ChosenPart[]) =>
  fc.shuffledSubarray([...parts], { minLength: parts.length, maxLength: parts.length })

/** Titles that stand only inside of other competence areas than this one. */
function titlesElsewhere(root: Group, area: string | undefined): string[] {
  const [inside, elsewhere] = [new Set<string>(), new Set<string>()]
  const walk = (group: Group, foreign: boolean): void => {
    if (group.role === 'title' && group.title !== undefined) (foreign ? elsewhere : inside).add(group.title)
    const other = group.role === 'competenceArea' && group.competenceArea !== area
    for (const member of group.members) if (isGroup(member)) walk(member, foreign || other)
  }
  if (area !== undefined) walk(root, false)
  return [...elsewhere].filter(title => !inside.has(title))
}

const mostOf = (units: Qualification['units'], { unit }: ChosenPart) =>
  units.find(one => codeKey(one.codeUri) === unit)?.points?.max

it('there are real trees to try', () => {
  expect(real.length).toBeGreaterThanOrEqual(4)
  const areas = (root: Group): string[] =>
    root.members.filter(isGroup).flatMap(one => [one.competenceArea ?? [], areas(one)].flat())
  expect(
    real.some(({ structure: { root } }) => areas(root).some(area => titlesElsewhere(root, area).length > 0)),
  ).toBe(true)
  expect(real.some(({ units }) => units.some(unit => unit.points?.max !== undefined))).toBe(true)
})

describe.each(real)('$name', ({ structure, units }) => {
  const tree: FormationTree = formationTree(structure, units)
  const selections = fc.integer({ min: 0, max: 1e6 }).map(seed => {
    const found = wholeSelection(structure, units, seed)
    if (!found) throw new Error(`No whole selection of seed ${seed}`)
    return found
  })
  const without = (whole: WholeSelection, key: string) => whole.parts.filter(part => part.key !== key)

  it('calls whole selections complete, and says the same in any order', () => {
    fc.assert(
      fc.property(
        selections.chain(whole => shuffled(whole.parts).map(parts => ({ whole, parts }))),
        ({ whole: { compulsory: _, ...whole }, parts }) => {
          const formed = formationOf(tree, whole)
          expect(formed).toMatchObject({ complete: true, unplaced: [], toComplete: [], exact: true })
          expect(formationOf(tree, { ...whole, parts })).toEqual(formed)
          // Without being told the competence area and title it finds a way too.
          expect(formationOf(tree, { parts }).complete).toBe(true)
        },
      ),
      runs,
    )
  })

  it('is not complete without a compulsory unit, whatever comes instead of it', () => {
    fc.assert(
      fc.property(selections, fc.nat(), (whole, at) => {
        const key = whole.compulsory[at % Math.max(1, whole.compulsory.length)]
        const dropped = whole.parts.find(part => part.key === key)
        if (!dropped || key === undefined) return
        const instead = { key: 'instead', kind: 'otherQualification', points: dropped.points ?? 0 } as const
        const formed = formationOf(tree, { ...whole, parts: [...without(whole, key), instead] })
        expect(formed.complete).toBe(false)
        expect(formed.groups.flatMap(group => group.missingUnits ?? [])).toContain(key)
        expect(formed.toComplete.flatMap(one => one.units ?? [])).toContain(key)
      }),
      runs,
    )
  })

  it('never makes a group lack by adding, nor over before everything is there', () => {
    fc.assert(
      fc.property(selections, fc.infiniteStream(fc.nat()), (whole, order) => {
        const left = [...whole.parts]
        const parts: ChosenPart[] = []
        let before = new Set<string>()
        while (left.length > 0) {
          const at = Number(order.next().value) % left.length
          parts.push(...left.splice(at, 1))
          const { groups } = formationOf(tree, { ...whole, parts })
          const fulfilled = new Set(groups.filter(one => one.state === 'fulfilled').map(one => one.path))
          expect(groups.filter(one => one.state === 'over')).toEqual([])
          // An open place that has begun to fill may lack points, and is told; what is around it lacks nothing.
          const lacking = groups.filter(
            ({ missingCount, missingPoints, missingUnits, path }) =>
              before.has(path) && (missingCount ?? missingPoints ?? missingUnits) !== undefined,
          )
          expect(lacking).toEqual([])
          before = fulfilled
        }
      }),
      runs,
    )
  })

  it('is the same with extensions of any key, order and unit, which are only told', () => {
    const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 })
    const extended = fc.tuple(selections, keys, fc.nat()).chain(([whole, names, at]) => {
      const extensions = names.map((name, n): ChosenPart => {
        const { unit = 'elsewhere_1' } = whole.parts[(at + n) % whole.parts.length] ?? {}
        // The tilde stands after every letter of a key, the space before them.
        return { key: `${n % 2 === 0 ? ' ' : '~'}${name}`, kind: 'extension', unit, points: 15 }
      })
      return shuffled([...whole.parts, ...extensions]).map(parts => ({ whole, extensions, parts }))
    })
    fc.assert(
      fc.property(extended, ({ whole: { compulsory: _, ...whole }, extensions, parts }) => {
        const told = extensions.map(({ key }) => ({ key, reason: 'extension' as const }))
        expect(formationOf(tree, { ...whole, parts })).toEqual({
          ...formationOf(tree, whole),
          unplaced: told.sort((a, b) => (a.key < b.key ? -1 : 1)),
        })
      }),
      runs,
    )
  })

  it('is not complete with a title that only another competence area has', () => {
    fc.assert(
      fc.property(selections, fc.nat(), (whole, at) => {
        const titles = titlesElsewhere(structure.root, whole.competenceArea)
        const title = titles[at % Math.max(1, titles.length)]
        if (title === undefined) return
        const formed = formationOf(tree, { ...whole, title })
        expect(formed).toMatchObject({ complete: false, outside: [{ kind: 'title', code: title }] })
      }),
      runs,
    )
  })

  it('fills no more than a unit may give, however much is told of it', () => {
    fc.assert(
      fc.property(selections, fc.nat(), fc.integer({ min: 1, max: 900 }), (whole, at, more) => {
        const bounded = whole.parts.filter(part => mostOf(units, part) !== undefined)
        const inflated = bounded[at % Math.max(1, bounded.length)]
        if (!inflated) return
        const most = mostOf(units, inflated) ?? 0
        const told = (points: number) =>
          formationOf(tree, {
            ...whole,
            parts: whole.parts.map(part => (part === inflated ? { ...part, points } : part)),
          })
        const [formed, honest] = [told(most + more), told(most)]
        expect(formed.complete).toBe(false)
        expect(formed.faults).toEqual([
          { key: inflated.key, code: 'too-large', points: most + more, needed: most },
        ])
        expect([formed.planned, formed.groups]).toEqual([honest.planned, honest.groups])
      }),
      runs,
    )
  })
})
