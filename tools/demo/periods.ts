import { addDays, type PlainDate } from '../../src/platform/time/plain-date.ts'
import type { Demonstration, Period } from './hoks.ts'
import { code } from './hoks.ts'
import type { Provider, Workplace } from './places.ts'
import type { Student } from './students.ts'

/** What a part of a plan is made with. */
export interface Making {
  readonly student: Student
  readonly workplace: Workplace
  readonly teacher: string
  /** Gives each period of the plan an identifier of its own. */
  identifier(): string
}

/** The Monday of the week, and the Friday: periods of schools are whole weeks. */
export function monday(date: PlainDate): PlainDate {
  const day = new Date(date).getUTCDay()
  return addDays(date, -((day + 6) % 7))
}

export function friday(date: PlainDate): PlainDate {
  return addDays(monday(date), 4)
}

const wayCode = (way: string) => `osaamisenhankkimistapa_${way}`

function period(making: Making, way: string, alku: PlainDate, loppu: PlainDate): Period {
  return {
    alku,
    loppu,
    'osaamisen-hankkimistapa-koodi-uri': wayCode(way),
    'osaamisen-hankkimistapa-koodi-versio': 1,
    'yksiloiva-tunniste': making.identifier(),
  }
}

export function atSchool(making: Making, alku: PlainDate, loppu: PlainDate): Period {
  const { institution } = making.student.provider
  const environment = { ...code('oppimisymparisto', 'oppimisymparistot_0001'), alku, loppu }
  return {
    ...period(making, 'oppilaitosmuotoinenkoulutus', alku, loppu),
    'jarjestajan-edustaja': { nimi: making.teacher, 'oppilaitos-oid': institution.oid },
    'muut-oppimisymparistot': [environment],
  }
}

export function atWork(
  making: Making,
  alku: PlainDate,
  loppu: PlainDate,
  way: 'koulutussopimus' | 'oppisopimus' = 'koulutussopimus',
): Period {
  const { workplace } = making
  return {
    ...period(making, way, alku, loppu),
    'tyopaikalla-jarjestettava-koulutus': {
      'tyopaikan-nimi': workplace.name,
      'tyopaikan-y-tunnus': workplace.businessId,
      'keskeiset-tyotehtavat': workplace.tasks,
      'vastuullinen-tyopaikka-ohjaaja': {
        nimi: workplace.instructor,
        sahkoposti: workplace.email,
        puhelinnumero: workplace.phone,
      },
    },
    'osa-aikaisuustieto': 100,
    ...(way === 'oppisopimus'
      ? {
          'oppisopimuksen-perusta-koodi-uri': 'oppisopimuksenperusta_01',
          'oppisopimuksen-perusta-koodi-versio': 1,
        }
      : {}),
  }
}

const organiser = (provider: Provider) => ({ 'oppilaitos-oid': provider.institution.oid })

export function demonstration(
  making: Making,
  alku: PlainDate,
  loppu: PlainDate,
  shows: readonly string[],
): Demonstration {
  const { student, teacher, workplace } = making
  const company = { nimi: workplace.name, 'y-tunnus': workplace.businessId }
  return {
    alku,
    loppu,
    nayttoymparisto: company,
    'sisallon-kuvaus': shows,
    jarjestaja: organiser(student.provider),
    'koulutuksen-jarjestaja-osaamisen-arvioijat': [
      { nimi: teacher, organisaatio: organiser(student.provider) },
    ],
    'tyoelama-osaamisen-arvioijat': [{ nimi: workplace.instructor, organisaatio: company }],
  }
}
