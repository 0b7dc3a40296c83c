import { expect, test } from 'vitest'
import type { RunState } from './contract.ts'
import { isSilent } from './rules-silence.ts'

const now = new Date('2026-11-23T12:00:00Z')
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000)

test.each<[RunState, Date | null, boolean]>([
  ['storing', ago(14), false],
  ['storing', ago(15), true],
  ['reading', ago(60), true],
  ['fetching', null, true],
  ['waiting', null, false],
  ['done', ago(600), false],
  ['stopped', null, false],
])('a run that is %s and was heard of at %s is silent: %s', (state, heartbeatAt, silent) =>
  expect(isSilent({ state, heartbeatAt }, now)).toBe(silent),
)
