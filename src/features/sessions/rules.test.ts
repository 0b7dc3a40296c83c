import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localPath } from './rules.ts'

describe('where a sign-in comes back to', () => {
  test.each([
    ['/students', '/students'],
    ['/plans/1?tab=x#units', '/plans/1?tab=x#units'],
    ['/a/../b', '/b'],
    [undefined, '/'],
    ['', '/'],
    ['students', '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example/', '/'],
    ['/\t/elsewhere.example/', '/'],
    ['/.//elsewhere.example/', '/'],
    ['javascript:alert(1)', '/'],
  ])('%j is %s', (wanted, path) => {
    expect(localPath(wanted)).toBe(path)
  })

  test('is never elsewhere', () => {
    const trap = fc.array(
      fc.constantFrom('/', '\\', '\t', '\n', '.', '..', 'a', 'a.b', '@', ':', '?', '#', '%2f'),
    )
    fc.assert(
      fc.property(trap, parts => {
        const url = new URL(localPath(`/${parts.join('')}`), 'https://ours.example')
        expect(url.origin).toBe('https://ours.example')
      }),
      { numRuns: 2_000 },
    )
  })
})
