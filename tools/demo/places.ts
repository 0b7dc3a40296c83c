import type { Seeded } from './seeded.ts'
import { computing, type Study, sports, vehicles } from './studies.ts'

export type Language = 'fi' | 'sv' | 'en'

export interface Workplace {
  readonly name: string
  readonly businessId: string
  readonly instructor: string
  readonly email: string
  readonly phone: string
  /** What is learnt there. */
  readonly study: Study
  readonly tasks: readonly [string, ...string[]]
}

/** Everything that a provider has beside students. All of it is invented. */
export interface Provider {
  readonly slug: string
  readonly names: { readonly fi: string; readonly sv?: string; readonly en?: string }
  readonly language: Language
  readonly oid: string
  readonly businessId: string
  readonly institution: {
    readonly oid: string
    readonly names: { readonly fi: string; readonly sv?: string }
  }
  readonly teachers: readonly [string, ...string[]]
  readonly workplaces: readonly [Workplace, ...Workplace[]]
}

function mailOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z ]/g, '')
  return `${plain.replaceAll(' ', '.')}@esimerkki.test`
}

function workplace(
  random: Seeded,
  study: Study,
  name: string,
  instructor: string,
  ...tasks: [string, ...string[]]
): Workplace {
  const phone = `040 000 ${1000 + random.number(9000)}`
  return { name, businessId: random.businessId(), instructor, email: mailOf(instructor), phone, study, tasks }
}

/** The large Finnish one. */
function makeSpruce(random: Seeded): Provider {
  return {
    slug: 'kuusenkerkka',
    names: {
      fi: 'Keksitty koulutuskuntayhtymä Kuusenkerkkä',
      sv: 'Påhittade utbildningssamkommunen Granskottet',
      en: 'The Invented Joint Authority of Sprucetip',
    },
    language: 'fi',
    oid: random.organisationOid(),
    businessId: random.businessId(),
    institution: { oid: random.organisationOid(), names: { fi: 'Kuusenkerkän ammattiopisto' } },
    teachers: ['Olli Opettavainen', 'Veera Verstas', 'Matti Mallikas'],
    workplaces: [
      workplace(
        random,
        vehicles,
        'Mallikorjaamo Vaihde Oy',
        'Iiro Iskunvaimennin',
        'Määräaikaishuollot',
        'Rengastyöt',
      ),
      workplace(
        random,
        vehicles,
        'Kuvitteellinen Kardaani Ky',
        'Katri Kardaani',
        'Alustan korjaus',
        'Jarrujen korjaus',
      ),
      workplace(
        random,
        computing,
        'Sepitetty Tietotuki Oy',
        'Toni Tikettinen',
        'Käyttäjien tuki',
        'Laitteiden asennus',
      ),
      workplace(
        random,
        sports,
        'Hiki ja Hymy Liikuntakeskus Oy',
        'Henna Hikinen',
        'Ryhmien ohjaus',
        'Asiakaspalvelu',
      ),
    ],
  }
}

/** The small Swedish one. */
function makeSea(random: Seeded): Provider {
  return {
    slug: 'havsvind',
    names: {
      fi: 'Keksitty ammattiopisto Merituuli',
      sv: 'Påhittade yrkesinstitutet Havsvind',
      en: 'The Invented Vocational Institute of Seawind',
    },
    language: 'sv',
    oid: random.organisationOid(),
    businessId: random.businessId(),
    institution: {
      oid: random.organisationOid(),
      names: { fi: 'Merituulen ammattiopisto', sv: 'Yrkesinstitutet Havsvind' },
    },
    teachers: ['Maja Mångsysslare', 'Lars Lärarson'],
    workplaces: [
      workplace(
        random,
        vehicles,
        'Exempelbilar i Fantasiby Ab',
        'Hanna Handledarson',
        'Service',
        'Däckarbeten',
      ),
      workplace(random, vehicles, 'Påhittad Marinservice Kb', 'Mats Motorman', 'Felsökning', 'Bromsar'),
    ],
  }
}

/** The one in two languages. */
function makeTwin(random: Seeded): Provider {
  return {
    slug: 'kaksoisvirta',
    names: {
      fi: 'Keksitty koulutussäätiö Kaksoisvirta',
      sv: 'Påhittade utbildningsstiftelsen Tvillingälven',
      en: 'The Invented Education Foundation of Twinriver',
    },
    language: 'fi',
    oid: random.organisationOid(),
    businessId: random.businessId(),
    institution: {
      oid: random.organisationOid(),
      names: { fi: 'Kaksoisvirran opisto', sv: 'Tvillingälvens institut' },
    },
    teachers: ['Riikka Rinnakkainen', 'Bo Bägge'],
    workplaces: [
      workplace(
        random,
        vehicles,
        'Kahden Kielen Autohuolto Oy',
        'Kerttu Kaksikieli',
        'Huoltotyöt',
        'Vianhaku',
      ),
      workplace(random, computing, 'Tvåspråkiga Datastugan Ab', 'Dan Datason', 'Användarstöd', 'Nätverk'),
    ],
  }
}

export function makeProviders(random: Seeded): {
  readonly spruce: Provider
  readonly sea: Provider
  readonly twin: Provider
} {
  return { spruce: makeSpruce(random), sea: makeSea(random), twin: makeTwin(random) }
}
