import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Json = Readonly<Record<string, unknown>>

/** Everything that the services know. */
export interface World {
  readonly qualifications: readonly Json[]
  readonly codeSets: ReadonlyMap<string, readonly unknown[]>
  /** The answer of Organisaatiopalvelu for the national root. */
  readonly tree: Json
  readonly formerNames: ReadonlyMap<string, readonly unknown[]>
  /** As Koski gives a student with study rights. */
  readonly students: readonly Json[]
  /** An organisation that has none of the students is given all of them as its own. */
  readonly lendsStudents?: boolean
  /** HOKSes as they were sent. */
  readonly plans: readonly Json[]
}

interface File {
  readonly name: string
  readonly json: unknown
}

function filesIn(folder: string): File[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }))
}

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isQualification = (json: unknown): json is Json =>
  isRecord(json) &&
  Number.isInteger(json.id) &&
  typeof json.diaarinumero === 'string' &&
  json.tila === 'valmis'

const isCodeSet = (json: unknown): json is readonly unknown[] =>
  Array.isArray(json) && isRecord(json[0]) && typeof json[0].koodiUri === 'string'

/** Koski knows every student and study right by an OID. */
const isStudent = (json: unknown): json is Json =>
  isRecord(json) && isRecord(json.henkilö) && typeof json.henkilö.oid === 'string'

const isPlan = (json: unknown): json is Json =>
  isRecord(json) && typeof json['opiskeluoikeus-oid'] === 'string' && typeof json['oppija-oid'] === 'string'

const recordsOf = (files: readonly File[]): unknown[] =>
  files.flatMap(({ json }) => (Array.isArray(json) ? json : [json]))

/** The last one of each key: some folders hold several forms of one qualification. */
function onceBy(records: readonly Json[], key: (record: Json) => unknown): Json[] {
  return [...new Map(records.map(record => [key(record), record])).values()]
}

function codeSetsOf(folder: string): Map<string, readonly unknown[]> {
  const own = filesIn(join(folder, 'koodisto'))
  const besides = filesIn(join(folder, 'organisaatio')).filter(({ name }) => name.startsWith('koodisto_'))
  const sets = new Map<string, readonly unknown[]>()
  for (const { json, name } of [...own, ...besides]) {
    if (isCodeSet(json)) sets.set(name.replace(/^koodisto_/, '').replace(/\.json$/, ''), json)
  }
  return sets
}

function formerNamesOf(files: readonly File[]): Map<string, readonly unknown[]> {
  return new Map(
    files.flatMap(({ json, name }) => {
      const oid = /^nimet-([\d.]+)\.json$/.exec(name)?.[1]
      return oid !== undefined && Array.isArray(json) ? [[oid, json as readonly unknown[]] as const] : []
    }),
  )
}

/** A folder of files as the national services give them; what is something else is passed over. */
export function readWorld(folder: string): World {
  const organisations = filesIn(join(folder, 'organisaatio'))
  const tree = organisations.find(({ name }) => name.startsWith('hierarkia'))?.json
  const composed = filesIn(join(folder, 'composed'))
  const students = recordsOf([...filesIn(join(folder, 'koski')), ...composed]).filter(isStudent)
  const plans = recordsOf([...filesIn(join(folder, 'ehoks')), ...composed]).filter(isPlan)
  return {
    qualifications: onceBy(
      recordsOf(filesIn(join(folder, 'eperusteet'))).filter(isQualification),
      one => one.id,
    ),
    codeSets: codeSetsOf(folder),
    tree: isRecord(tree) ? tree : { numHits: 0, organisaatiot: [] },
    formerNames: formerNamesOf(organisations),
    students: onceBy(students, one => (one.henkilö as Json).oid),
    plans: onceBy(plans, one => one['opiskeluoikeus-oid']),
  }
}

/** Every file of a folder that holds one record. */
export const recordsIn = (folder: string): Json[] =>
  filesIn(folder).flatMap(({ json }) => (isRecord(json) ? [json] : []))

/** The students and plans of the demo, as its own files give them. */
export function withDemoPeople(world: World, folder: string): World {
  const files = recordsIn(folder)
  const listed = (key: string) => files.flatMap(file => (Array.isArray(file[key]) ? file[key] : []))
  return {
    ...world,
    students: listed('studyRegister').filter(isStudent),
    plans: listed('plans').filter(isPlan),
  }
}
