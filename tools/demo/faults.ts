import { addDays, plainDateOf } from '../../src/platform/time/plain-date.ts'
import type { Hoks, Period, VocationalUnit } from './hoks.ts'
import { atSchool, atWork, type Making } from './periods.ts'

/** Something deliberately done to a plan, so that every kind of finding can be seen in the demo. */
export type Change = (hoks: Hoks, make: Making) => void

function unit(hoks: Hoks, index: number): VocationalUnit {
  const found = hoks['hankittavat-ammat-tutkinnon-osat']?.[index]
  if (!found) throw new Error(`The plan has no unit ${index}`)
  return found
}

function period(hoks: Hoks, unitIndex: number, index: number): Period {
  const found = unit(hoks, unitIndex)['osaamisen-hankkimistavat']?.[index]
  if (!found) throw new Error(`Unit ${unitIndex} has no period ${index}`)
  return found
}

const later = (date: string, days: number) => addDays(plainDateOf(date), days)

/** What the national service would refuse: only a file brings such a plan in. */
export const errors = {
  startsBeforeStudyRight: (hoks, { student }) => {
    period(hoks, 0, 0).alku = later(student.startsOn, -12)
  },
  endsBeforeItStarts: hoks => {
    const work = period(hoks, 1, 1)
    work.loppu = later(work.alku, -3)
  },
  endsAfterStudyRight: (hoks, { student }) => {
    period(hoks, 4, 1).loppu = later(student.estimatedEndOn, 30)
  },
  noPartTimeShare: hoks => {
    delete period(hoks, 0, 1)['osa-aikaisuustieto']
  },
  noIdentifier: hoks => {
    delete period(hoks, 2, 1)['yksiloiva-tunniste']
  },
  noBusinessId: hoks => {
    delete period(hoks, 1, 1)['tyopaikalla-jarjestettava-koulutus']?.['tyopaikan-y-tunnus']
  },
  noApprenticeshipBasis: hoks => {
    delete period(hoks, 0, 0)['oppisopimuksen-perusta-koodi-uri']
    delete period(hoks, 0, 0)['oppisopimuksen-perusta-koodi-versio']
  },
  interruptionsOverlap: hoks => {
    const work = period(hoks, 1, 1)
    work.keskeytymisajanjaksot = [
      { alku: later(work.alku, 7), loppu: later(work.alku, 11) },
      { alku: later(work.alku, 11), loppu: later(work.alku, 14) },
    ]
  },
  tutoringWithoutDates: hoks => {
    hoks['oppimisen-tuki'] = [
      { 'oppimisen-tuen-tyyppi-koodi-uri': 'ammatillinenkoulutusoppimisentuentyyppi_01' },
    ]
  },
} as const satisfies Record<string, Change>

/** What the national service accepts and a person should look at. */
export const warnings = {
  sameIdentifierTwice: hoks => {
    const identifier = period(hoks, 0, 1)['yksiloiva-tunniste']
    if (identifier) period(hoks, 1, 1)['yksiloiva-tunniste'] = identifier
  },
  workplacesOverlap: (hoks, make) => {
    const { alku, loppu } = period(hoks, 1, 1)
    const again = atWork(make, later(alku, 14), later(loppu, -7))
    unit(hoks, 2)['osaamisen-hankkimistavat']?.push(again)
  },
  workWithoutWorkplace: hoks => {
    delete period(hoks, 2, 1)['tyopaikalla-jarjestettava-koulutus']
  },
  interruptionOutside: hoks => {
    const work = period(hoks, 1, 1)
    work.keskeytymisajanjaksot = [{ alku: later(work.loppu, 3), loppu: later(work.loppu, 10) }]
  },
  demonstrationReversed: hoks => {
    const shown = unit(hoks, 0)['osaamisen-osoittaminen']?.[0]
    if (shown) [shown.alku, shown.loppu] = [shown.loppu, shown.alku]
  },
  noTasks: hoks => {
    const place = period(hoks, 0, 1)['tyopaikalla-jarjestettava-koulutus']
    if (place) place['keskeiset-tyotehtavat'] = []
  },
  basisOnTrainingAgreement: hoks => {
    period(hoks, 0, 1)['oppisopimuksen-perusta-koodi-uri'] = 'oppisopimuksenperusta_01'
  },
  emptySubjectAreas: hoks => {
    const common = hoks['hankittavat-yhteiset-tutkinnon-osat']?.[0]
    if (common) common['osa-alueet'] = []
  },
  localUnitWithoutName: (hoks, make) => {
    const { alku, loppu } = period(hoks, 3, 0)
    hoks['hankittavat-paikalliset-tutkinnon-osat'] = [
      { laajuus: 10, 'osaamisen-hankkimistavat': [atSchool(make, plainDateOf(alku), plainDateOf(loppu))] },
    ]
  },
  achievedBeforeApproved: hoks => {
    hoks['osaamisen-saavuttamisen-pvm'] = later(hoks['ensikertainen-hyvaksyminen'], -2)
  },
  unknownCode: hoks => {
    period(hoks, 3, 0)['osaamisen-hankkimistapa-koodi-uri'] = 'osaamisenhankkimistapa_etana'
  },
  unitOfOtherQualification: hoks => {
    unit(hoks, 3)['tutkinnon-osa-koodi-uri'] = 'tutkinnonosat_200797'
  },
  assessorsMissing: hoks => {
    for (const prior of hoks['aiemmin-hankitut-ammat-tutkinnon-osat'] ?? []) {
      prior['valittu-todentamisen-prosessi-koodi-uri'] = 'osaamisentodentamisenprosessi_0002'
      delete prior['tarkentavat-tiedot-osaamisen-arvioija']
    }
  },
  supportBeforeTheLaw: hoks => {
    hoks['oppimisen-tuki'] = [support('01', '2026-03-02', '2026-05-29', 1)]
  },
} as const satisfies Record<string, Change>

function support(type: string, alku?: string, loppu?: string, group?: 1 | 2): object {
  const uri = `ammatillinenkoulutusoppimisentuentyyppi_${type}`
  const during =
    alku && loppu && group
      ? { alku, loppu, 'tutkinnon-osan-tyyppi-koodi-uri': `ammatillisentutkinnonosanryhma_${group}` }
      : {}
  return { 'oppimisen-tuen-tyyppi-koodi-uri': uri, ...during }
}

/** Ordinary contents that not every plan has. */
export const contents = {
  tutoring: hoks => {
    hoks['oppimisen-tuki'] = [support('01', '2026-08-17', '2026-12-18', 2)]
  },
  guidance: hoks => {
    hoks['oppimisen-tuki'] = [support('02'), support('03')]
  },
  studySkills: (hoks, { student }) => {
    const [nimi, kuvaus]: readonly [string, string] =
      student.language === 'sv'
        ? ['Lär dig lära', 'Övning i att läsa, minnas och planera tiden']
        : ['Opi oppimaan', 'Lukemisen, muistin ja ajankäytön harjoittelua']
    const alku = later(hoks['ensikertainen-hyvaksyminen'], 7)
    hoks['opiskeluvalmiuksia-tukevat-opinnot'] = [{ nimi, kuvaus, alku, loppu: later(alku, 60) }]
  },
  /** The first unit is known already: it moves from what is learnt to what was learnt before. */
  priorCompetence: (hoks, { student, teacher }) => {
    const [known, ...rest] = hoks['hankittavat-ammat-tutkinnon-osat'] ?? []
    if (!known) return
    const { 'tutkinnon-osa-koodi-uri': uri, 'tutkinnon-osa-koodi-versio': version } = known
    const organisaatio = { 'oppilaitos-oid': student.provider.institution.oid }
    hoks['hankittavat-ammat-tutkinnon-osat'] = rest
    hoks['aiemmin-hankitut-ammat-tutkinnon-osat'] = [
      {
        'tutkinnon-osa-koodi-uri': uri,
        'tutkinnon-osa-koodi-versio': version,
        'valittu-todentamisen-prosessi-koodi-uri': 'osaamisentodentamisenprosessi_0002',
        'valittu-todentamisen-prosessi-koodi-versio': 1,
        'tarkentavat-tiedot-osaamisen-arvioija': {
          'lahetetty-arvioitavaksi': hoks['ensikertainen-hyvaksyminen'],
          'aiemmin-hankitun-osaamisen-arvioijat': [{ nimi: teacher, organisaatio }],
        },
      },
    ]
  },
  interruption: hoks => {
    const work = period(hoks, 1, 1)
    work.keskeytymisajanjaksot = [{ alku: later(work.alku, 14), loppu: later(work.alku, 20) }]
  },
  partTime: hoks => {
    period(hoks, 0, 1)['osa-aikaisuustieto'] = 60
  },
  achieved: (hoks, { student }) => {
    hoks['osaamisen-saavuttamisen-pvm'] = student.ended?.on ?? student.estimatedEndOn
  },
} as const satisfies Record<string, Change>
