import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { StudyRight } from '../../features/study-rights/contract.ts'
import { StudyRightConfidential, StudyRightDetails } from '../../features/study-rights/contract-details.ts'
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
    expect(read?.studyRights.map(({ body }) => [body.oid, body.studentOid])).toEqual([[bare.oid, 'p']])
    expect(read?.refused).toEqual([0])
  })

  it.each([
    [true, { oid: 'p', protected: true }],
    [false, { oid: 'p' }],
    ['kyllä', { oid: 'p' }],
    [undefined, { oid: 'p' }],
  ])('takes a turvakielto from %j, and from nothing that there is none', (turvakielto, student) =>
    expect(readKoskiRecord({ henkilö: { oid: 'p', turvakielto }, opiskeluoikeudet: [] })?.student).toEqual(
      student,
    ),
  )

  it.each([undefined, [], {}, { opiskeluoikeudet: {} }])('%j is none', value => {
    expect(readKoskiRecord(value)).toBeUndefined()
  })
})

describe('what is kept apart from a study right', () => {
  const period = { alku: '2025-01-13', loppu: '2025-06-30' }
  const unit = {
    koulutusmoduuli: {
      tunniste: code('106945', 'tutkinnonosat'),
      pakollinen: true,
      laajuus: { arvo: 25, yksikkö: code('6') },
    },
    tutkinto: { tunniste: code('351301'), perusteenDiaarinumero: 'OPH-5410-2021' },
    tutkinnonOsanRyhmä: code('1'),
    arviointi: [
      { arvosana: code('5', 'arviointiasteikkoammatillinen15'), päivä: '2025-05-30', hyväksytty: true },
      { arvosana: code('3', 'arviointiasteikkoammatillinen15'), päivä: '2025-03-30', hyväksytty: true },
    ],
    vahvistus: { päivä: '2025-06-01', myöntäjäHenkilöt: [{ nimi: 'ei tänne' }] },
    tunnustettu: { selite: { fi: 'x' }, rahoituksenPiirissä: true },
    lisätiedot: [{ tunniste: code('mukautettu'), kuvaus: { fi: 'x' } }],
    osasuoritukset: [
      { koulutusmoduuli: { tunniste: { koodiarvo: 'de', nimi: { fi: 'Saksa' } } } },
      { koulutusmoduuli: { tunniste: code('VVAI22', 'ammatillisenoppiaineet'), kieli: code('FI') } },
      { koulutusmoduuli: {} },
    ],
  }
  const record = {
    ...bare,
    versionumero: 3,
    aikaleima: '2025-06-02T10:00:00.000000',
    lähdejärjestelmänId: { id: '77', lähdejärjestelmä: code('primus') },
    ostettu: false,
    suoritukset: [
      { tyyppi: {} },
      {
        tyyppi: code('ammatillinentutkinto'),
        alkamispäivä: '2025-01-13',
        vahvistus: { päivä: '2025-06-30' },
        toimipiste: { oid: 't' },
        ryhmä: 'AJO25',
        keskiarvo: 4.2,
        osaamisenHankkimistavat: [
          {
            ...period,
            osaamisenHankkimistapa: {
              tunniste: code('oppisopimus'),
              oppisopimus: {
                työnantaja: { nimi: { fi: 'Korjaamo Oy' }, yTunnus: '1234567-1' },
                oppisopimuksenPurkaminen: { päivä: '2025-02-01', purettuKoeajalla: true },
              },
            },
          },
          { alku: '2025-01-01' },
        ],
        koulutussopimukset: [
          { ...period, työssäoppimispaikanYTunnus: '1572860-0', paikkakunta: code('179') },
        ],
        osasuoritukset: [unit],
      },
    ],
    lisätiedot: {
      osaAikaisuusjaksot: [{ alku: '2025-02-01', osaAikaisuus: 60 }, { alku: '2025-03-01' }],
      ulkomaanjaksot: [{ ...period, maa: code('752'), kuvaus: { fi: 'x' } }],
      maksuttomuus: [{ alku: '2025-01-13', maksuton: true }],
      jotpaAsianumero: code('01/1/2022'),
      henkilöstökoulutus: false,
      erityinenTuki: [period],
      vankilaopetuksessa: [{ alku: '2025-02-02' }],
      hojks: { opetusryhmä: code('1') },
    },
  }
  const told = readKoskiRecord({ opiskeluoikeudet: [record] })?.studyRights[0]

  it('is read in full', () => {
    expect(told?.details).toEqual({
      version: 3,
      changedAt: '2025-06-02T10:00:00.000000',
      sourceSystem: { id: '77', system: 'primus' },
      bought: false,
      partTime: [{ start: '2025-02-01', percent: 60 }],
      abroad: [{ start: '2025-01-13', end: '2025-06-30', country: '752' }],
      freeOfCharge: [{ start: '2025-01-13', free: true }],
      staffTraining: false,
      jotpaNumber: '01/1/2022',
      attainments: [
        {
          startsOn: '2025-01-13',
          confirmedOn: '2025-06-30',
          unitOid: 't',
          group: 'AJO25',
          average: 4.2,
          acquiring: [
            {
              start: '2025-01-13',
              end: '2025-06-30',
              way: 'oppisopimus',
              apprenticeship: {
                employer: { fi: 'Korjaamo Oy' },
                businessId: '1234567-1',
                cancelledOn: '2025-02-01',
                cancelledInTrial: true,
              },
            },
          ],
          agreements: [
            { start: '2025-01-13', end: '2025-06-30', businessId: '1572860-0', municipality: '179' },
          ],
          units: [
            {
              code: '106945',
              codeSet: 'tutkinnonosat',
              compulsory: true,
              points: 25,
              group: '1',
              fromQualification: { code: '351301', diaryNumber: 'OPH-5410-2021' },
              assessment: {
                grade: '5',
                scale: 'arviointiasteikkoammatillinen15',
                assessedOn: '2025-05-30',
                passed: true,
              },
              confirmedOn: '2025-06-01',
              recognised: { funded: true },
              remarks: ['mukautettu'],
              subjectAreas: [
                { code: 'de', names: { fi: 'Saksa' } },
                { code: 'VVAI22', codeSet: 'ammatillisenoppiaineet', subjectLanguage: 'FI' },
              ],
            },
          ],
        },
      ],
    })
  })

  it('keeps the confidential by itself, and out of what plans show', () => {
    expect(told?.confidential).toEqual({
      specialSupport: [{ start: '2025-01-13', end: '2025-06-30' }],
      prison: [{ start: '2025-02-02' }],
      individualPlan: { group: '1' },
    })
    expect(JSON.stringify(told?.body)).not.toMatch(/2025-02-02|Korjaamo|specialSupport/)
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
    for (const { body, confidential, details } of read?.studyRights ?? []) {
      expect([...Value.Errors(StudyRight, body)]).toEqual([])
      expect([...Value.Errors(StudyRightDetails, details)]).toEqual([])
      expect([...Value.Errors(StudyRightConfidential, confidential)]).toEqual([])
      expect(body.states.length * body.attainments.length).toBeGreaterThan(0)
      expect(details.attainments.length).toBe(body.attainments.length)
    }
  })
  it('are many', () => expect(records.length).toBeGreaterThan(10))
})
