import { expect, test } from 'vitest'
import type { LearningPeriod } from './stored.ts'
import { lacksDuration } from './use-durations.ts'

const period = (methodCode: string, identifier?: string) =>
  ({
    methodCode: `osaamisenhankkimistapa_${methodCode}`,
    ...(identifier === undefined ? {} : { identifier }),
  }) as LearningPeriod

test.each([
  ['koulutussopimus', 'a', false],
  ['koulutussopimus', 'zero', false],
  ['koulutussopimus', 'b', true],
  ['oppisopimus', 'b', true],
  ['oppisopimus', 'constructor', true],
  ['oppilaitosmuotoinenkoulutus', 'b', false],
  ['koulutussopimus', undefined, false],
])('%s %s lacks its duration: %s', (method, identifier, expected) =>
  expect(lacksDuration(period(method, identifier), { a: 10, zero: 0 })).toBe(expected),
)
