import { createHash } from 'node:crypto'
import type { FakeCas } from './cas.ts'
import { ehoksWriting, hoksNotFound } from './ehoks-writing.ts'
import { createHeld, type Held, type HeldHoks } from './held.ts'
import { type FakeAnswer, type FakeService, found, partsOf } from './service.ts'
import { isRecord, type Json, type World } from './world.ts'

// Each item of these lists has an id and a module id of its own in what the service gives.
const modules = new Set([
  'hankittavat-ammat-tutkinnon-osat',
  'hankittavat-paikalliset-tutkinnon-osat',
  'hankittavat-yhteiset-tutkinnon-osat',
  'hankittavat-koulutuksen-osat',
  'aiemmin-hankitut-ammat-tutkinnon-osat',
  'aiemmin-hankitut-paikalliset-tutkinnon-osat',
  'aiemmin-hankitut-yhteiset-tutkinnon-osat',
  'osaamisen-hankkimistavat',
  'osaamisen-osoittaminen',
  'tarkentavat-tiedot-naytto',
])

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A UUID that is the same each time for the same place. */
function uuidFor(place: string): string {
  const hex = digestOf(place)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A number that is the same each time for the same place; of a HOKS from the beginning, for its study right. */
export const numberFor = (place: string): number =>
  (Number.parseInt(digestOf(place).slice(0, 7), 16) % 1_000_000) + 1

function inside(value: unknown, key: string, place: string): unknown {
  if (Array.isArray(value)) return value.map((item, at) => inside(item, key, `${place}/${at}`))
  if (!isRecord(value)) return value
  const members = Object.entries(value).map(([name, item]) => [name, inside(item, name, `${place}/${name}`)])
  const own = { id: numberFor(place), 'module-id': uuidFor(place) }
  // Subject areas of common units have them; those that a demonstration names are codes.
  const isModule =
    modules.has(key) ||
    (key === 'osa-alueet' && 'osa-alue-koodi-uri' in value && !place.includes('osoittaminen'))
  return { ...Object.fromEntries(members), ...(isModule ? own : {}) }
}

/** A HOKS as the service gives it, from how it was sent. */
export function givenForm({ id, plan }: HeldHoks): Json {
  const place = String(plan['opiskeluoikeus-oid'])
  const given = inside(plan, '', place) as Json
  return { eid: uuidFor(place), manuaalisyotto: false, ...given, id }
}

export interface FakeEhoks extends FakeService {
  readonly held: Held
}

export interface HeldOptions {
  /** What it has had since an earlier start; without it, what the world says that it was sent. */
  readonly held?: readonly HeldHoks[]
  /** Told of every change of what it has. */
  readonly changed?: () => void
}

const barred = (error: string): FakeAnswer => ({ status: 401, json: { error } })

/** eHOKS, with tickets of the fake CAS. */
export function ehoks(
  world: World,
  tickets: FakeCas,
  { changed = () => undefined, held: before }: HeldOptions = {},
): FakeEhoks {
  const sent = world.plans.map(plan => ({ id: numberFor(String(plan['opiskeluoikeus-oid'])), plan }))
  const held = createHeld(before ?? sent, changed)
  const writing = ehoksWriting(world, held)
  return {
    name: 'ehoks',
    prefix: '/ehoks-virkailija-backend',
    held,
    answer(request) {
      const { headers, method, path } = request
      if (!headers['caller-id']) return barred('Caller-Id header is missing')
      if (headers.ticket === undefined) return barred('Cas service ticket header is missing')
      if (!tickets.opens(headers.ticket)) {
        return barred('User not found for given ticket. Ticket may be expired.')
      }
      if (method === 'POST' && path === '/api/v1/hoks') return writing.create(request)
      const [oid] = partsOf(path, '/api/v1/hoks/opiskeluoikeus/*') ?? []
      const [id] = partsOf(path, '/api/v1/hoks/*') ?? []
      if (oid === undefined && id === undefined) return { status: 404, json: { reason: 'Route not found' } }
      const one = oid === undefined ? held.byId(Number(id)) : held.byStudyRight(oid)
      if (one === undefined) return hoksNotFound
      if (method === 'PUT') return writing.replace(request, one)
      return method === 'GET' ? found({ meta: {}, data: givenForm(one) }) : { status: 405, text: '' }
    },
  }
}
