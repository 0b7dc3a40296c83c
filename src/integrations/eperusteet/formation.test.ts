import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Qualification } from '../../features/qualifications/contract.ts'
import type { ChosenPart } from '../../features/qualifications/contract-formation.ts'
import { type WholeSelection, wholeSelection } from '../../features/qualifications/factory-formation.ts'
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

it('there are real trees to try', () => {
  expect(real.length).toBeGreaterThanOrEqual(4)
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

  it('never makes a group short by adding, nor over before everything is there', () => {
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
          for (const path of before) expect(groups.find(one => one.path === path)?.state).not.toBe('short')
          before = fulfilled
        }
      }),
      runs,
    )
  })
})
