import { existsSync, readFileSync } from 'node:fs'

const real = new URL('../../shared/data/ehoks/anonymised-example-1.json', import.meta.url)

export interface NationalPlan {
  readonly bytes: Buffer
  /** In words, for the report. */
  readonly origin: string
}

/** A whole plan in the national format: a published anonymised one where it is at hand, else an invented one. */
export function nationalPlan(): NationalPlan {
  if (existsSync(real)) return { bytes: readFileSync(real), origin: 'anonymised-example-1.json' }
  return {
    bytes: Buffer.from(JSON.stringify(invented(), null, '\t')),
    origin: 'an invented plan of that size',
  }
}

const numbers = (length: number): number[] => Array.from({ length }, (_, at) => at)
const two = (number: number): string => String(number).padStart(2, '0')

/** Six vocational units with their periods, three common units: about as large as the published one. */
function invented() {
  return {
    'oppija-oid': '1.2.246.562.24.42016337194',
    'opiskeluoikeus-oid': '1.2.246.562.15.76811932086',
    'ensikertainen-hyvaksyminen': '2025-08-20',
    'osaamisen-hankkimisen-tarve': true,
    'urasuunnitelma-koodi-uri': 'urasuunnitelma_0002',
    sahkoposti: 'opiskelija@esimerkki.example',
    'hankittavat-ammat-tutkinnon-osat': numbers(6).map(vocationalUnit),
    'hankittavat-yhteiset-tutkinnon-osat': numbers(3).map(commonUnit),
  }
}

function vocationalUnit(at: number) {
  return {
    'tutkinnon-osa-koodi-uri': `tutkinnonosat_${106_226 + at}`,
    'tutkinnon-osa-koodi-versio': 2,
    'olennainen-seikka': false,
    'opetus-ja-ohjaus-maara': 60 + at * 20,
    'osaamisen-osoittaminen': at % 2 === 0 ? [demonstration(at)] : [],
    'osaamisen-hankkimistavat': [schoolPeriod(at), workplacePeriod(at)],
  }
}

function schoolPeriod(at: number) {
  const [alku, loppu] = [`2025-${two(at + 1)}-03`, `2025-${two(at + 1)}-14`]
  return {
    'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus',
    'osaamisen-hankkimistapa-koodi-versio': 1,
    'yksiloiva-tunniste': `koulu-${at}`,
    keskeytymisajanjaksot: [],
    'muut-oppimisymparistot': [
      {
        'oppimisymparisto-koodi-uri': 'oppimisymparistot_0001',
        'oppimisymparisto-koodi-versio': 1,
        alku,
        loppu,
      },
    ],
    alku,
    loppu,
  }
}

function workplacePeriod(at: number) {
  return {
    'osaamisen-hankkimistapa-koodi-uri': 'osaamisenhankkimistapa_koulutussopimus',
    'osaamisen-hankkimistapa-koodi-versio': 1,
    'yksiloiva-tunniste': `tyo-${at}`,
    'osa-aikaisuustieto': 100,
    keskeytymisajanjaksot: [{ alku: `2025-${two(at + 1)}-20`, loppu: `2025-${two(at + 1)}-21` }],
    'tyopaikalla-jarjestettava-koulutus': {
      'tyopaikan-nimi': `Keksitty Korjaamo ${at} Oy`,
      'tyopaikan-y-tunnus': '1234567-1',
      'vastuullinen-tyopaikka-ohjaaja': {
        nimi: `Ohjaaja ${at}`,
        sahkoposti: `ohjaaja${at}@esimerkki.example`,
      },
      'keskeiset-tyotehtavat': ['Huoltaa ja tarkastaa ajoneuvoja ohjeen mukaan', 'Palvelee asiakkaita'],
    },
    alku: `2025-${two(at + 1)}-15`,
    loppu: `2025-${two(at + 1)}-28`,
  }
}

function demonstration(at: number) {
  return {
    nayttoymparisto: { nimi: `Keksitty Korjaamo ${at} Oy` },
    'sisallon-kuvaus': ['Huoltaa ajoneuvon alusta loppuun ja kertoo työstään asiakkaalle'],
    'koulutuksen-jarjestaja-osaamisen-arvioijat': [
      { nimi: `Opettaja ${at}`, organisaatio: { 'oppilaitos-oid': '1.2.246.562.10.55867603791' } },
    ],
    'tyoelama-osaamisen-arvioijat': [
      { nimi: `Arvioija ${at}`, organisaatio: { nimi: `Keksitty Korjaamo ${at} Oy` } },
    ],
    alku: `2025-${two(at + 1)}-27`,
    loppu: `2025-${two(at + 1)}-28`,
  }
}

const areas = ['vvai', 'mlma', 'fk', 'tvt', 'vita', 'yto']

function commonUnit(at: number) {
  return {
    'tutkinnon-osa-koodi-uri': `tutkinnonosat_${106_727 + at}`,
    'tutkinnon-osa-koodi-versio': 2,
    'osa-alueet': areas.map((area, order) => ({
      'osa-alue-koodi-uri': `ammatillisenoppiaineet_${area}`,
      'osa-alue-koodi-versio': 1,
      'olennainen-seikka': false,
      'opetus-ja-ohjaus-maara': 20 + order,
      'osaamisen-osoittaminen': [],
      'osaamisen-hankkimistavat': [],
    })),
  }
}
