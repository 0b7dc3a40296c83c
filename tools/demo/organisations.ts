import type { Provider } from './places.ts'
import { type Seeded, seeded } from './seeded.ts'

/** Names as the national register has them, and as ours: both are objects by language. */
interface Names {
  readonly fi: string
  readonly sv?: string
}

interface Place {
  readonly oid: string
  readonly parents: readonly string[]
  readonly names: Names
  /** 01 provider, 02 institution, 03 site. */
  readonly kind: '01' | '02' | '03'
  readonly languages: readonly string[]
  readonly businessId?: string
  readonly institutionCode?: string
}

const root = '1.2.246.562.10.00000000001'
const sites: Readonly<Record<string, readonly Names[]>> = {
  kuusenkerkka: [{ fi: 'Konepajan toimipiste' }, { fi: 'Rantatien toimipiste' }],
  havsvind: [{ fi: 'Sataman toimipiste', sv: 'Verksamhetsstället i hamnen' }],
  kaksoisvirta: [{ fi: 'Myllyn toimipiste', sv: 'Verksamhetsstället vid kvarnen' }],
}
// Institutions that end in these letters are nobody's: the real numbers are digits only.
const codes: Readonly<Record<string, string>> = {
  kuusenkerkka: '9990K',
  havsvind: '9990H',
  kaksoisvirta: '9990T',
}

/** The demo's providers as Organisaatiopalvelu tells of organisations: providers, their institutions, their sites. */
export function makeOrganisations(providers: readonly Provider[]) {
  const random = seeded(104)
  return { numHits: providers.length, organisaatiot: providers.map(provider => treeOf(random, provider)) }
}

function treeOf(random: Seeded, provider: Provider) {
  const { businessId, institution, language, names, oid, slug } = provider
  const institutionCode = codes[slug] ?? '99900'
  const languages = slug === 'kaksoisvirta' ? ['1', '2'] : [language === 'sv' ? '2' : '1']
  const ownSites = (sites[slug] ?? []).map((site, index) =>
    node({
      oid: random.organisationOid(),
      parents: [root, oid, institution.oid],
      names: site,
      kind: '03',
      languages,
      institutionCode: `${institutionCode}0${index + 1}`,
    }),
  )
  const school = node(
    { ...institution, parents: [root, oid], kind: '02', languages, institutionCode },
    ownSites,
  )
  return node({ oid, parents: [root], names: shortNames(names), kind: '01', languages, businessId }, [school])
}

const shortNames = ({ fi, sv }: Names): Names => ({ fi, ...(sv === undefined ? {} : { sv }) })

function node(place: Place, children: readonly object[] = []): object {
  const { businessId, institutionCode, kind, languages, names, oid, parents } = place
  return {
    oid,
    // The register gives milliseconds of the beginning of the day.
    alkuPvm: Date.UTC(2015, 0, 1),
    parentOid: parents.at(-1),
    parentOidPath: parents.join('/'),
    ...(businessId === undefined ? {} : { ytunnus: businessId }),
    ...(kind === '02' ? { oppilaitosKoodi: institutionCode, oppilaitostyyppi: 'oppilaitostyyppi_21#1' } : {}),
    toimipistekoodi: institutionCode ?? '',
    match: true,
    nimi: names,
    kieletUris: languages.map(code => `oppilaitoksenopetuskieli_${code}#1`),
    children,
    aliOrganisaatioMaara: children.length,
    organisaatiotyypit: [`organisaatiotyyppi_${kind}`],
    status: 'AKTIIVINEN',
  }
}
