import { randomUUID } from 'node:crypto'
import { oidsBelow, organisationIn } from './organisaatio.ts'
import {
  type FakeAnswer,
  type FakeRequest,
  type FakeService,
  found,
  letsIn,
  notAllowed,
  notFound,
  partsOf,
} from './service.ts'
import { isRecord, type Json, type World } from './world.ts'

interface Query {
  readonly id: string
  readonly asked: string
  readonly question: Json
  /** How often somebody has looked: it waits, then runs, then is ready. */
  looks: number
  readonly files: ReadonlyMap<string, Json>
}

function isLetIn({ headers }: FakeRequest): boolean {
  const packed = /^Basic ([\w+/=]+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
  const [username = '', ...password] = Buffer.from(packed, 'base64').toString('utf8').split(':')
  return letsIn(username, password.join(':'))
}

/** In Koski's own words. */
const unknown: FakeAnswer = { status: 404, json: [{ key: 'notFound', message: 'Not found' }] }

const oidAt = (value: unknown): string => (isRecord(value) && typeof value.oid === 'string' ? value.oid : '')

const rightsOf = ({ opiskeluoikeudet }: Json): Json[] =>
  Array.isArray(opiskeluoikeudet) ? opiskeluoikeudet.filter(isRecord) : []

/** Files of a folder name other providers than those of the demo: whoever asks may have them. */
function lentTo(organisation: string, students: readonly Json[]): Json[] {
  const koulutustoimija = { oid: organisation }
  return students.map(student => ({
    ...student,
    opiskeluoikeudet: rightsOf(student).map(right => ({ ...right, koulutustoimija })),
  }))
}

/** Students with the study rights that were asked for, each a file by the OID of the student. */
function filesOf(world: World, question: Json): Map<string, Json> {
  const files = ownFilesOf(world, question)
  if (files.size > 0 || world.lendsStudents !== true) return files
  return ownFilesOf(
    { ...world, students: lentTo(String(question.organisaatioOid), world.students) },
    question,
  )
}

function ownFilesOf({ students, tree }: World, { koulutusmuoto, organisaatioOid }: Json): Map<string, Json> {
  const top = organisationIn(tree, String(organisaatioOid))
  const own = new Set([String(organisaatioOid), ...(top === undefined ? [] : oidsBelow(top))])
  const wanted = (right: Json) =>
    (own.has(oidAt(right.koulutustoimija)) || own.has(oidAt(right.oppilaitos))) &&
    (koulutusmuoto === undefined || (isRecord(right.tyyppi) && right.tyyppi.koodiarvo === koulutusmuoto))
  const files = new Map<string, Json>()
  for (const student of students) {
    const opiskeluoikeudet = rightsOf(student).filter(wanted)
    if (opiskeluoikeudet.length === 0) continue
    files.set(`${oidAt(student.henkilö)}.json`, { ...student, linkitetytOidit: [], opiskeluoikeudet })
  }
  return files
}

function shown({ asked, files, id, looks, question }: Query, root: string): Json {
  const shared = { queryId: id, requestedBy: '1.2.246.562.24.1', query: question, createdAt: asked }
  const resultsUrl = `${root}/${id}`
  if (looks === 0) return { ...shared, status: 'pending', resultsUrl }
  if (looks === 1) return { ...shared, status: 'running', startedAt: asked, files: [], resultsUrl }
  const urls = [...files.keys()].map(name => `${root}/${id}/${name}`)
  return { ...shared, status: 'complete', startedAt: asked, finishedAt: asked, files: urls }
}

/** The files stand in a store of another host, under addresses that open without credentials. */
function storeOf(origin: string): string {
  const url = new URL(origin)
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost'
  return `${url.origin}/koski/fake-store`
}

/** Koski's bulk query (massaluovutus), with HTTP Basic. */
export function koski(world: World): FakeService {
  const queries = new Map<string, Query>()
  const begin = (request: FakeRequest, root: string): FakeAnswer => {
    const question: unknown = JSON.parse(request.body)
    if (
      !isRecord(question) ||
      question.type !== 'organisaationOpiskeluoikeudet' ||
      !question.alkanutAikaisintaan
    ) {
      return { status: 400, json: [{ key: 'badRequest.validation.jsonSchema' }] }
    }
    const same = [...queries.values()].find(
      query => query.looks < 2 && JSON.stringify(query.question) === JSON.stringify(question),
    )
    const asked = new Date().toISOString()
    const query = same ?? { id: randomUUID(), asked, question, looks: 0, files: filesOf(world, question) }
    queries.set(query.id, query)
    return found(shown(query, root))
  }
  const look = (id: string, root: string): FakeAnswer => {
    const query = queries.get(id)
    if (query === undefined) return unknown
    query.looks += 1
    return found(shown(query, root))
  }
  return {
    name: 'koski',
    prefix: '/koski',
    answer(request) {
      const { method, origin, path } = request
      const [stored, kept] = partsOf(path, '/fake-store/*/*') ?? []
      if (stored !== undefined) {
        const file = queries.get(stored)?.files.get(kept ?? '')
        // A store that is sent credentials has been sent what was not meant for it.
        if (request.headers.authorization !== undefined)
          return { status: 400, json: { error: 'credentials' } }
        return file === undefined ? notFound : found(file)
      }
      if (!isLetIn(request)) return notAllowed
      const root = `${origin}/koski/api/massaluovutus`
      if (path === '/api/massaluovutus' && method === 'POST') return begin(request, root)
      const [id] = partsOf(path, '/api/massaluovutus/*') ?? []
      if (id !== undefined) return look(id, root)
      const [query, name] = partsOf(path, '/api/massaluovutus/*/*') ?? []
      if (query === undefined || !queries.get(query)?.files.has(name ?? '')) return notFound
      return { status: 302, headers: { location: `${storeOf(origin)}/${query}/${name}` } }
    },
  }
}
