import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBody } from './factory-bodies.ts'
import { difference } from './rules-difference.ts'
import { bodiesAround } from './rules-history.ts'

test('the bodies of every version are told from any one of them', () => {
  fc.assert(
    fc.property(fc.array(anyBody, { minLength: 2, maxLength: 5 }), fc.nat(), (bodies, at) => {
      const steps = bodies
        .slice(1)
        .map((body, index) => ({ version: index + 2, changes: difference(bodies[index] ?? null, body) }))
        .toReversed()
      const version = 1 + (at % bodies.length)
      const known = { version, body: bodies[version - 1] ?? null }
      const told = bodiesAround(known, steps)
      expect(told.map(({ step }) => step.version)).toEqual(steps.map(step => step.version))
      for (const { step, before, after } of told) {
        expect(before).toEqual(bodies[step.version - 2])
        expect(after).toEqual(bodies[step.version - 1])
      }
    }),
  )
})
