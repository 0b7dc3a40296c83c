import fc from 'fast-check'
import type { Tree } from './rules-tree.ts'

/** Invented bodies for property tests: few values and few codes, so that parts meet, repeat and collide. */
const word = fc.constantFrom('', 'a', 'b', '~/', '__proto__', 'ä')
const leaf = fc.oneof(word, fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.constant(null))

/** Any JSON tree, with the names of plan lists among its keys. */
export const anyTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc
      .dictionary(
        fc.constantFrom('vocationalUnits', 'learningPeriods', 'unitCode', 'identifier', 'x/~'),
        tie('tree'),
      )
      .map(entries => ({ ...entries })),
  ),
})).tree

const some = <T>(value: fc.Arbitrary<T>, maxLength = 4) => fc.array(value, { maxLength })
const code = fc.constantFrom('1', '2', '3')
const day = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01')

const period = fc.record(
  {
    identifier: code,
    start: day,
    end: day,
    partTimeShare: fc.integer({ min: 1, max: 3 }),
    tasks: some(word),
  },
  { requiredKeys: ['start', 'end'] },
)
const demonstration = fc.record(
  {
    start: day,
    end: day,
    content: some(word),
    subjectAreas: some(fc.record({ code, codeVersion: fc.nat(2) })),
  },
  { requiredKeys: ['start', 'end', 'content'] },
)
const vocationalUnit = fc.record(
  {
    unitCode: code,
    teachingHours: fc.nat(3),
    learningPeriods: some(period),
    demonstrations: some(demonstration, 3),
  },
  { requiredKeys: ['unitCode'] },
)
const commonUnit = fc.record({
  unitCode: code,
  subjectAreas: some(fc.record({ subjectAreaCode: code, learningPeriods: some(period, 2) })),
})
const support = fc.record({ typeCode: code, unitGroupCode: code, end: day }, { requiredKeys: ['typeCode'] })

/** A body in the shape of a plan, as far as identity and nesting go. */
export const anyBody: fc.Arbitrary<Tree> = fc.record(
  {
    email: word,
    needToAcquireCompetence: fc.boolean(),
    vocationalUnits: some(vocationalUnit),
    commonUnits: some(commonUnit, 2),
    learningSupport: some(support),
  },
  { requiredKeys: ['needToAcquireCompetence'] },
)
