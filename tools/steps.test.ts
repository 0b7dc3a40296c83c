import { expect, test } from 'vitest'
import { closingLine, countsOf } from './steps.ts'

const summary = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
const unloaded = { status: 'failed', assertionResults: [] }

test.each([
  ['all passed', summary, 0, '5 passed, 0 failed'],
  ['one failed', { ...summary, numFailedTests: 1 }, 1, '5 passed, 1 failed'],
  ['some skipped', { ...summary, numPendingTests: 2, numTodoTests: 1 }, 0, '5 passed, 0 failed, 3 skipped'],
  ['a file that does not load', { ...summary, testResults: [unloaded] }, 1, '5 passed, 1 failed'],
  ['an error outside the tests', summary, 1, '5 passed, 1 failed'],
])('%s', (_, given, code, line) => {
  expect(closingLine(countsOf(given, code))).toBe(line)
})
