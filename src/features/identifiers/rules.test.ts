import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isBusinessId, isOrganisationOid, isPersonOid, isStudyRightOid } from './rules.ts'

const table: [name: string, check: (s: string) => boolean, valid: string[], invalid: string[]][] = [
  [
    'study right',
    isStudyRightOid,
    ['1.2.246.562.15.41024330544', '1.2.246.562.15.68533489990', '1.2.246.562.15.298574987110'],
    [
      '',
      '1.2.246.562.15.',
      '1.2.246.562.15.41024330545',
      '1.2.246.562.15.4102433054',
      '1.2.246.562.15.410243305444',
      '1.2.246.562.15.410243305410',
      '1.2.246.562.24.41024330544',
      ' 1.2.246.562.15.41024330544',
      '1.2.246.562.15.41024330544 ',
      '1.2.246.562.15.41024330544\n',
      '1.2.246.562.15.4102433054٤',
      '1.2.246.562.15.00000000000',
      '1.2.246.562.15.01024330548',
      '1-2-246-562-15-41024330544',
      '1.2.246.562.15.2013110716590316970385',
    ],
  ],
  [
    'person',
    isPersonOid,
    [
      '1.2.246.562.24.37998958910',
      '1.2.246.562.24.160683787010',
      '1.2.246.562.98.92170778846',
      '1.2.246.562.198.54450598187',
      '1.2.246.562.298.64297803260',
      '1.2.246.562.298.642978032610',
    ],
    [
      '1.2.246.562.24.642978032610',
      '1.2.246.562.24.54440598189',
      '1.2.246.562.24.37998958914',
      '1.2.246.562.98.37998958910',
      '1.2.246.562.398.37998958914',
      '1.2.246.562.24.00000000001',
      '1.2.246.562.24.3799895891O',
    ],
  ],
  [
    'organisation',
    isOrganisationOid,
    [
      '1.2.246.562.10.92214483247',
      '1.2.246.562.10.92214483240',
      '1.2.246.562.10.00000000001',
      '1.2.246.562.99.00000000001',
      '1.2.246.562.10.2013110716590316970385',
      '1.2.246.562.299.2014081110425906984827',
      '1.2.246.562.199.587342913610',
    ],
    [
      '1.2.246.562.10.00000000002',
      '1.2.246.562.10.02214483247',
      '1.2.246.562.10.922144832471',
      '1.2.246.562.10.2012110716590316970385',
      '1.2.246.562.10.201311071659031697038',
      '1.2.246.562.10.20131107165903169703852',
      '1.2.246.562.10.20131107165903169703x5',
      '1.2.246.562.24.18950669244',
      '1.2.246.562.10.92214483247\n',
    ],
  ],
  [
    'business',
    isBusinessId,
    ['1234562-0', '1289211-4', '1234567-1', '1000002-0', '1234556-7'],
    [
      '1000008-0',
      '1234567-8',
      '12345671',
      '123456-7',
      '1234567-1 ',
      ' 1234567-1',
      '1234567–1',
      '١234567-1',
      '',
      '1000008-1',
    ],
  ],
]

describe.each(table)('%s identifiers', (_name, check, valid, invalid) => {
  it.each(valid)('%j is valid', value => expect(check(value)).toBe(true))
  it.each(invalid)('%j is not valid', value => expect(check(value)).toBe(false))
})

const shared = new URL('../../../../shared/cases/oids-and-business-ids.json', import.meta.url)

describe.skipIf(!existsSync(shared))(
  'the shared identifier cases (skipped where ../shared is absent)',
  () => {
    const checks: Record<string, (s: string) => boolean> = {
      'study-right-oid': isStudyRightOid,
      'person-oid': isPersonOid,
      'organisation-oid': isOrganisationOid,
      'business-id': isBusinessId,
    }
    it('all give the expected verdict', () => {
      const { cases } = JSON.parse(readFileSync(shared, 'utf8')) as {
        cases: { id: string; kind: string; value: string; valid: boolean }[]
      }
      const wrong = cases.filter(c => checks[c.kind]?.(c.value) !== c.valid)
      expect(wrong).toEqual([])
      expect(cases.length).toBeGreaterThan(0)
    })
  },
)
