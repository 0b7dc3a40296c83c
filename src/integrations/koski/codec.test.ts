import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { StudyRight } from '../../features/study-rights/contract.ts'
import { readKoskiRecord, studyRightFromKoski } from './codec.ts'

const code = (koodiarvo: string, koodistoUri = 'x') => ({ koodiarvo, koodistoUri })
const bare = { oid: '1.2.246.562.15.10000000009', tyyppi: code('ammatillinenkoulutus') }

describe('a study right of Koski', () => {
  it('is read in full', () => {
    const record = {
      ...bare,
      oppilaitos: { oid: 'o' },
      koulutustoimija: { oid: 'k' },
      sisältyyOpiskeluoikeuteen: { oid: 's', oppilaitos: { oid: 'o' } },
      alkamispäivä: '2024-08-01',
      arvioituPäättymispäivä: '2027-06-30',
      päättymispäivä: '2026-06-30',
      tila: {
        opiskeluoikeusjaksot: [
          { alku: '2025-01-01', tila: code('loma') },
          { alku: '2024-08-01', tila: code('lasna'), opintojenRahoitus: code('1') },
        ],
      },
      suoritukset: [
        {
          tyyppi: code('ammatillinentutkinto'),
          koulutusmoduuli: { tunniste: code('351301', 'koulutus'), perusteenDiaarinumero: 'OPH-5410-2021' },
          osaamisala: [{ osaamisala: code('1008'), alku: '2024-08-01' }, code('1719')],
          tutkintonimike: [code('10080')],
          suorituskieli: code('SV'),
        },
      ],
    }
    expect(studyRightFromKoski(record, 'person')).toEqual({
      oid: bare.oid,
      type: 'ammatillinenkoulutus',
      studentOid: 'person',
      institutionOid: 'o',
      providerOid: 'k',
      includedIn: 's',
      startsOn: '2024-08-01',
      estimatedEndOn: '2027-06-30',
      endedOn: '2026-06-30',
      states: [
        { start: '2024-08-01', state: 'lasna', funding: '1' },
        { start: '2025-01-01', state: 'loma' },
      ],
      attainments: [
        {
          type: 'ammatillinentutkinto',
          qualificationCode: '351301',
          diaryNumber: 'OPH-5410-2021',
          competenceAreas: [{ code: '1008', start: '2024-08-01' }, { code: '1719' }],
          titles: [{ code: '10080' }],
          language: 'SV',
        },
      ],
    })
  })

  it.each<[name: string, value: unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['one without OID', { tyyppi: code('tuva') }],
    ['one without type', { oid: 'x' }],
  ])('%s is none', (_name, value) => expect(studyRightFromKoski(value)).toBeUndefined())

  it('leaves out what is of another shape', () => {
    const odd = {
      ...bare,
      tila: [],
      suoritukset: [{ tyyppi: 'x' }, 5],
      alkamispäivä: 20240801,
      oppilaitos: null,
    }
    expect(studyRightFromKoski(odd)).toEqual({
      oid: bare.oid,
      type: 'ammatillinenkoulutus',
      states: [],
      attainments: [],
    })
  })
})

describe('a record of Koski', () => {
  it('names the student and the study rights that cannot be read', () => {
    const record = {
      henkilö: {
        oid: 'p',
        etunimet: 'Aino Maria',
        kutsumanimi: 'Aino',
        sukunimi: 'Esimerkki',
        syntymäaika: '2008-01-01',
      },
      opiskeluoikeudet: [{}, bare],
    }
    const read = readKoskiRecord(record)
    expect(read?.student).toEqual({
      oid: 'p',
      firstNames: 'Aino Maria',
      callingName: 'Aino',
      lastName: 'Esimerkki',
      bornOn: '2008-01-01',
    })
    expect(read?.studyRights.map(right => [right.oid, right.studentOid])).toEqual([[bare.oid, 'p']])
    expect(read?.refused).toEqual([0])
  })

  it.each([undefined, [], {}, { opiskeluoikeudet: {} }])('%j is none', value => {
    expect(readKoskiRecord(value)).toBeUndefined()
  })
})

const shared = new URL('../../../../shared/data/', import.meta.url)

describe.skipIf(!existsSync(shared))('the shared records (skipped where ../shared is absent)', () => {
  const folders = ['composed/', 'koski/'].filter(folder => existsSync(new URL(folder, shared)))
  const files = existsSync(shared)
    ? folders.flatMap(folder => readdirSync(new URL(folder, shared)).map(name => folder + name))
    : []
  const records = files.filter(name => /composed\/.*-koski|koski\/.*_20\d\d/.test(name))
  it.each(records)('%s gives study rights of the contract', name => {
    const file = JSON.parse(readFileSync(new URL(name, shared), 'utf8'))
    // The register's own examples are as sent to it, before it has given them an OID.
    file.opiskeluoikeudet = file.opiskeluoikeudet.map((right: object) => ({ oid: bare.oid, ...right }))
    const read = readKoskiRecord(file)
    expect(read?.refused).toEqual([])
    for (const right of read?.studyRights ?? []) {
      expect([...Value.Errors(StudyRight, right)]).toEqual([])
      expect(right.states.length * right.attainments.length).toBeGreaterThan(0)
    }
  })
  it('are many', () => expect(records.length).toBeGreaterThan(10))
})
