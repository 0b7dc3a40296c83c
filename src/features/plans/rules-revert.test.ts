import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBody, anyTree } from './factory-bodies.ts'
import { difference } from './rules-difference.ts'
import { revertDifference } from './rules-revert.ts'
import { canonicalText } from './rules-tree.ts'

describe('the way back from a body by its stored changes', () => {
  it('leads to the body before', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(anyBody, anyBody), fc.tuple(anyTree, anyTree)), ([before, after]) => {
        const back = revertDifference(after, difference(before, after))
        expect(canonicalText(back)).toBe(canonicalText(before))
      }),
      { numRuns: 300 },
    )
  })
})
