import type { Fetch } from '../../features/imports/contract-definition.ts'
import type { Connect, Connection, Trial } from '../../features/registers/contract-connection.ts'
import {
  askJson,
  createPatience,
  orStop,
  type ReaderTools,
  type ReadJson,
  unknownForm,
  urlAt,
} from '../../features/registers/public-reading.ts'
import { fetchedCodeSets } from '../../features/registers/rules-code-sets.ts'
import type { HttpClient } from '../../platform/http-client/client.ts'
import { numberAt, recordAt, textAt } from '../../platform/json/look.ts'

const surelyThere = 'koskiopiskeluoikeudentila'

/** The newest version of a set. */
async function versionOf(http: HttpClient, connection: Connection, set: string): Promise<number> {
  const url = urlAt(connection, `/rest/codes/${set}`)
  const { value } = await askJson(http, url, { reach: connection.reach })
  const version = numberAt(recordAt(recordAt(value)?.latestKoodistoVersio)?.versio)
  if (version === undefined || !Number.isInteger(version)) throw unknownForm(url)
  return version
}

/** The codes with their relations: the form of the files, and the only one that tells of levels and validity alike. */
async function codesOf(http: HttpClient, connection: Connection, set: string): Promise<ReadJson> {
  const version = await versionOf(http, connection, set)
  const url = urlAt(connection, `/rest/codeelement/codes/withrelations/${set}/${version}`)
  const read = await askJson(http, url, { reach: connection.reach })
  if (!Array.isArray(read.value)) throw unknownForm(url)
  return read
}

/** Each code set is a document; the cursor is the name of the last one. A set that is not there is told and left out. */
export function fetchKoodisto(
  { http }: ReaderTools,
  connect: Connect,
  sets: readonly string[] = fetchedCodeSets,
): Fetch {
  return async function* ({ providerId }, from) {
    const connection = await connect(providerId, 'koodisto')
    // One that is surely there tells whether the service is: of the others any may be missing.
    await orStop(versionOf(http, connection, surelyThere))
    const patience = createPatience(true)
    const done = textAt(from) ?? ''
    for (const set of [...sets].sort().filter(one => one > done)) {
      const read = await patience.try(() => codesOf(http, connection, set))
      const document = { name: `${set}.json`, cursor: set }
      yield 'value' in read
        ? { ...document, bytes: read.value.bytes }
        : { ...document, bytes: new Uint8Array(), refusal: read.refusal }
    }
  }
}

export const tryKoodisto =
  ({ http }: ReaderTools): Trial =>
  async connection => {
    await versionOf(http, connection, surelyThere)
  }
