import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cyclesOf } from './rules-cycles.ts'

const sorted = (cycles: string[][]) => cycles.map(cycle => cycle.toSorted()).sort()

it.each<[name: string, edges: Record<string, string[]>, cycles: string[][]]>([
  ['nothing', {}, []],
  ['a chain', { a: ['b'], b: ['c'], c: [] }, []],
  ['two ways to one', { a: ['b', 'c'], b: ['d'], c: ['d'] }, []],
  ['itself', { a: ['a'], b: ['a'] }, [['a']]],
  ['a pair, and one that hangs on it', { a: ['b'], b: ['a'], c: ['a'] }, [['a', 'b']]],
  [
    'two circles joined by an edge',
    { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] },
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
])('%s', (_name, edges, cycles) => {
  expect(sorted(cyclesOf(new Map(Object.entries(edges))))).toEqual(cycles)
})

it('walks a chain of any length', () => {
  const long = new Map(Array.from({ length: 20_000 }, (_, at) => [`${at}`, [`${at + 1}`]] as const))
  expect(cyclesOf(long)).toEqual([])
  expect(cyclesOf(new Map([...long, ['20000', ['0']]]))[0]).toHaveProperty('length', 20_001)
})

it('finds those keys that reach themselves, and no others', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f']
  const graph = fc.dictionary(fc.constantFrom(...keys), fc.uniqueArray(fc.constantFrom(...keys)))
  fc.assert(
    fc.property(graph, given => {
      const edges = new Map(Object.entries(given))
      const reach = (from: string, seen = new Set<string>()): Set<string> => {
        for (const to of edges.get(from) ?? []) {
          if (seen.has(to)) continue
          seen.add(to)
          reach(to, seen)
        }
        return seen
      }
      expect(cyclesOf(edges).flat().sort()).toEqual(keys.filter(key => reach(key).has(key)))
    }),
  )
})
