import { addDays, daysBetween, type PlainDate, plainDateOf } from '../../src/platform/time/plain-date.ts'
import type { CommonUnit, Hoks, LocalUnit, VocationalUnit } from './hoks.ts'
import { atSchool, atWork, demonstration, friday, type Making, monday } from './periods.ts'
import type { Workplace } from './places.ts'
import type { Seeded } from './seeded.ts'
import type { Student } from './students.ts'

function making(random: Seeded, student: Student): Making {
  let count = 0
  return {
    student,
    workplace: workplaceOf(random, student),
    teacher: random.pick(student.provider.teachers),
    identifier: () => `${student.studyRightOid.slice(-4)}-${++count}`,
  }
}

/** One where the studies of the student are learnt, where the provider has any. */
function workplaceOf(random: Seeded, { provider: { workplaces }, study }: Student): Workplace {
  const picked = random.pick(workplaces)
  const fitting = workplaces.filter(one => one.study === study)
  if (fitting.length === 0 || picked.study === study) return picked
  return fitting[workplaces.indexOf(picked) % fitting.length] ?? picked
}

function head(random: Seeded, student: Student): Hoks {
  const first = student.calledName
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')
  return {
    'oppija-oid': student.oid,
    'opiskeluoikeus-oid': student.studyRightOid,
    'ensikertainen-hyvaksyminen': addDays(plainDateOf(student.startsOn), 14),
    'osaamisen-hankkimisen-tarve': true,
    'urasuunnitelma-koodi-uri': `urasuunnitelma_${random.pick(['0001', '0002', '0002', '0003'])}`,
    'urasuunnitelma-koodi-versio': 1,
    sahkoposti: `${first}.${student.studyRightOid.slice(-4)}@esimerkki.test`,
    puhelinnumero: `+358 40 000 ${1000 + random.number(9000)}`,
  }
}

/** Dates that share the study time evenly: the start and the end of part `index` of `count`. */
function share(student: Student, index: number, count: number): { from: PlainDate; until: PlainDate } {
  const start = plainDateOf(student.startsOn)
  const days = daysBetween(start, plainDateOf(student.estimatedEndOn))
  const from = addDays(start, Math.floor((days * index) / count))
  return {
    from: index === 0 ? start : monday(addDays(from, 6)),
    until: friday(addDays(start, Math.floor((days * (index + 1)) / count) - 7)),
  }
}

function vocationalUnits(make: Making): VocationalUnit[] {
  const { student } = make
  const { diaryNumber, units } = student.study
  return units.map((unit, index) => {
    const { from, until } = share(student, index, units.length)
    const middle = monday(addDays(from, Math.floor(daysBetween(from, until) * 0.55)))
    const shown = demonstration(make, monday(until), until, [
      student.language === 'sv' ? unit.shows.sv : unit.shows.fi,
    ])
    return {
      'tutkinnon-osa-koodi-uri': `tutkinnonosat_${unit.code}`,
      'tutkinnon-osa-koodi-versio': unit.version,
      'tutkinnon-osan-perusteen-diaarinro': diaryNumber,
      'osaamisen-hankkimistavat': [atSchool(make, from, addDays(middle, -3)), atWork(make, middle, until)],
      // The last units are planned in outline only, as plans of first-year students are.
      ...(index < units.length - 2 ? { 'osaamisen-osoittaminen': [shown] } : {}),
      'opetus-ja-ohjaus-maara': 60 + 15 * index,
    }
  })
}

function commonUnits(make: Making): CommonUnit[] {
  const { student } = make
  return student.study.common.map((unit, index) => {
    const { from, until } = share(student, index, 4)
    return {
      'tutkinnon-osa-koodi-uri': `tutkinnonosat_${unit.code}`,
      'tutkinnon-osa-koodi-versio': unit.version,
      'osa-alueet': unit.areas.map(area => ({
        'osa-alue-koodi-uri': `ammatillisenoppiaineet_${area}`,
        'osa-alue-koodi-versio': 1,
        'osaamisen-hankkimistavat': [atSchool(make, from, until)],
        'opetus-ja-ohjaus-maara': 27,
      })),
    }
  })
}

const localNames = {
  fi: ['Robottiauton huolto', 'Turvallinen työskentely sähköajoneuvon parissa'],
  sv: ['Service av robotbilar', 'Säkert arbete med elfordon'],
  en: ['Servicing robot cars', 'Safe work with electric vehicles'],
} as const

/** A unit that the provider has made itself. */
export function localUnit(make: Making): LocalUnit {
  const { student } = make
  const { from, until } = share(student, 5, 7)
  const [nimi, goals] = localNames[student.language]
  return {
    nimi,
    laajuus: 5,
    'tavoitteet-ja-sisallot': goals,
    'osaamisen-hankkimistavat': [atSchool(make, from, until)],
  }
}

/** A plan without faults: every unit at school and at a workplace, demonstrations, common units. */
export function ordinaryPlan(random: Seeded, student: Student): { hoks: Hoks; make: Making } {
  const make = making(random, student)
  const hoks: Hoks = { ...head(random, student), 'hankittavat-ammat-tutkinnon-osat': vocationalUnits(make) }
  if (student.study.common.length > 0) hoks['hankittavat-yhteiset-tutkinnon-osat'] = commonUnits(make)
  return { hoks, make }
}

/** An apprenticeship: all learning at one workplace. */
export function apprenticePlan(random: Seeded, student: Student): { hoks: Hoks; make: Making } {
  const { hoks, make } = ordinaryPlan(random, student)
  for (const [index, unit] of (hoks['hankittavat-ammat-tutkinnon-osat'] ?? []).entries()) {
    const { from, until } = share(student, index, student.study.units.length)
    unit['osaamisen-hankkimistavat'] = [atWork(make, from, until, 'oppisopimus')]
  }
  hoks['urasuunnitelma-koodi-uri'] = 'urasuunnitelma_0003'
  return { hoks, make }
}

/** Preparatory education: parts measured in weeks, no units. */
export function preparatoryPlan(random: Seeded, student: Student): Hoks {
  const parts: [number, number][] = [
    [101, 4],
    [102, 8],
    [103, 6],
    [107, 10],
  ]
  return {
    ...head(random, student),
    'urasuunnitelma-koodi-uri': 'urasuunnitelma_0001',
    'hankittavat-koulutuksen-osat': parts.map(([code, laajuus], index) => {
      const { from, until } = share(student, index, parts.length)
      return {
        'koulutuksen-osa-koodi-uri': `koulutuksenosattuva_${code}`,
        'koulutuksen-osa-koodi-versio': 1,
        alku: from,
        loppu: until,
        laajuus,
      }
    }),
  }
}
