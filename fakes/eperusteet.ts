import { type FakeAnswer, type FakeRequest, type FakeService, found, notFound, partsOf } from './service.ts'
import type { Json, World } from './world.ts'

const prefix = '/eperusteet-service'

const shown = [
  'id',
  'nimi',
  'koulutustyyppi',
  'koulutukset',
  'kielet',
  'diaarinumero',
  'voimassaoloAlkaa',
  'voimassaoloLoppuu',
  'siirtymaPaattyy',
  'tila',
] as const

const instant = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** Where a qualification is in its life, as the search of the real service divides them. */
function phaseOf(one: Json, now: number): 'tulevat' | 'voimassa' | 'siirtyma' | 'poistuneet' {
  const [from, until, transition] = [one.voimassaoloAlkaa, one.voimassaoloLoppuu, one.siirtymaPaattyy].map(
    instant,
  )
  if (from !== undefined && from > now) return 'tulevat'
  if (until === undefined || until > now) return 'voimassa'
  return transition !== undefined && transition > now ? 'siirtyma' : 'poistuneet'
}

function search({ qualifications }: World, query: URLSearchParams): FakeAnswer {
  const types = query.getAll('koulutustyyppi')
  const size = Number(query.get('sivukoko') ?? 10)
  const page = Number(query.get('sivu') ?? 0)
  const phases = { tulevat: 'true', voimassa: 'true', siirtyma: 'true', poistuneet: 'false' }
  const wanted = (name: keyof typeof phases) => (query.get(name) ?? phases[name]) === 'true'
  const all = qualifications.filter(
    one =>
      (types.length === 0 || types.includes(String(one.koulutustyyppi))) && wanted(phaseOf(one, Date.now())),
  )
  const data = all
    .slice(page * size, (page + 1) * size)
    .map(one => Object.fromEntries(shown.map(key => [key, one[key]])))
  return found({
    data,
    sivuja: Math.ceil(all.length / size),
    kokonaismäärä: all.length,
    sivukoko: size,
    sivu: page,
  })
}

/** ePerusteet: the external interface, open to everybody. */
export function eperusteet(world: World): FakeService {
  return {
    name: 'eperusteet',
    prefix,
    answer({ path, query }: FakeRequest) {
      if (path === '/api/external/perusteet') return search(world, query)
      const [id] = partsOf(path, '/api/external/peruste/*') ?? []
      const one = world.qualifications.find(qualification => String(qualification.id) === id)
      return one === undefined ? notFound : found(one)
    },
  }
}
