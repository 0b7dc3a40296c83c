import type {
  Barred,
  Failed,
  Failure,
  Looked,
  Refused,
  Sent,
} from '../../features/deliveries/contract-service.ts'
import type { Reply } from '../../platform/http-client/exchange.ts'
import { placeOf, type ServiceFailure } from '../../platform/http-client/failure.ts'
import { numberAt, pointerTo, recordAt, textAt } from '../../platform/json/look.ts'
import { readJson } from '../../platform/json/strict.ts'
import { isAboutStudyRight } from './fetch-tickets.ts'
import { toEnglishPointer } from './pointers.ts'

const longestText = 300
const mostFindings = 20

/** Statuses that the service means as answers; whatever else it says is a failure of the exchange. */
export const answered = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422]

/** Refusals that the national service words itself, and our codes for them. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^archived hoks/i, 'archived'],
  [/no longer active/i, 'study-right-ended'],
  [/not found in koski/i, 'study-right-unknown'],
  [/not found in oppijanumerorekisteri/i, 'student-unknown'],
  [/sisältyy toiseen opiskeluoikeuteen/i, 'study-right-included'],
  [/^no opiskeluoikeus .* found for oppija/i, 'other-student'],
  [/updating `?opiskeluoikeus-oid/i, 'other-study-right'],
  [/oppija-oid/i, 'other-student'],
]

/** What a POST or a PUT came to. `replaced`: the number that was written to, for answers that do not repeat it. */
export function sentOf(reply: Reply, url: URL, replaced?: number): Sent {
  const { status } = reply
  if (status < 300) {
    const json = jsonIn(reply)
    if (replaced !== undefined && (reply.bytes.length === 0 || recordAt(json) !== undefined))
      return { kind: 'done', status, nationalId: replaced }
    const nationalId = numberAt(recordAt(recordAt(json)?.meta)?.id)
    if (nationalId !== undefined) return { kind: 'done', status, nationalId }
    return unusable(json, status, url)
  }
  const error = errorText(reply)
  if (status === 400 && error !== undefined && /already exists/i.test(error))
    return { kind: 'exists', status }
  if (status === 409) return { kind: 'exists', status }
  if (status === 404 && replaced !== undefined && isThatNothingIsThere(reply))
    return { kind: 'missing', status }
  return refusalOf(reply, url)
}

export function lookedOf(reply: Reply, url: URL): Looked {
  const { status } = reply
  if (status < 300) {
    const json = jsonIn(reply)
    const content = recordAt(recordAt(json)?.data)
    const nationalId = numberAt(content?.id)
    if (nationalId !== undefined) return { kind: 'found', status, nationalId, content }
    return unusable(json, status, url)
  }
  return status === 404 && isThatNothingIsThere(reply) ? { kind: 'missing', status } : refusalOf(reply, url)
}

/** A failure of the exchange: whether it ends all sending of the provider, or passes. */
export function failureOf(error: ServiceFailure): Barred | Failed {
  const status = statusOf(error)
  const failure: Failure = { code: error.code, params: error.params }
  const about = { failure, ...(status === undefined ? {} : { status }) }
  if (!error.passing && error.code !== 'service-not-json') return { kind: 'barred', ...about }
  const { retryAfterMilliseconds } = error
  return {
    kind: 'failed',
    ...about,
    ...(retryAfterMilliseconds === undefined ? {} : { retryAfterMilliseconds }),
  }
}

function statusOf({ params }: ServiceFailure): number | undefined {
  const status = Number(params.status)
  return Number.isInteger(status) ? status : undefined
}

function unusable(json: unknown, status: number, url: URL): Failed {
  const code = json === undefined ? 'service-not-json' : 'service-unknown-form'
  return { kind: 'failed', status, failure: { code, params: placeOf(url) } }
}

function refusalOf(reply: Reply, url: URL): Refused | Barred {
  const { status } = reply
  const params = { ...placeOf(url), status: String(status) }
  const error = errorText(reply)
  const said = error === undefined ? {} : { message: bounded(error) }
  const barred = (code: string): Barred => ({ kind: 'barred', status, failure: { code, params, ...said } })
  if (status === 401 && !isAboutStudyRight(reply)) return barred('service-unauthorized')
  if (status === 403 && error !== undefined && /user type/i.test(error)) return barred('service-unauthorized')
  // No HOKS that is missing is told like this: there is another service at the address.
  if (status === 404) return barred('service-not-here')
  if (status === 401 || status === 403)
    return { kind: 'refused', status, failure: { code: 'no-right', ...said } }
  const findings = findingsOf(jsonIn(reply))
  if (findings.length > 0) return { kind: 'refused', status, failure: { code: 'faults', findings } }
  const [, code = 'refused'] = reasons.find(([words]) => error !== undefined && words.test(error)) ?? []
  return { kind: 'refused', status, failure: { code, params: { status: String(status) }, ...said } }
}

function jsonIn(reply: Reply): unknown {
  const reading = readJson(reply.bytes)
  return reading.ok ? reading.value : undefined
}

const errorText = (reply: Reply): string | undefined => textAt(recordAt(jsonIn(reply))?.error)

/** A page or a route that is not there is no answer about a HOKS. */
function isThatNothingIsThere(reply: Reply): boolean {
  const json = recordAt(jsonIn(reply))
  return json !== undefined && json.reason === undefined
}

/** The leaves of the service's tree, with pointers into our plan. */
function findingsOf(json: unknown): { pointer: string; text: string }[] {
  const found: { pointer: string; text: string }[] = []
  const walk = (value: unknown, pointer: string): void => {
    if (found.length >= mostFindings || value === null || value === undefined) return
    if (typeof value !== 'object') {
      found.push({ pointer: toEnglishPointer(pointer), text: bounded(String(value)) })
      return
    }
    for (const [key, below] of Object.entries(value)) walk(below, pointerTo(pointer, key))
  }
  walk(recordAt(json)?.errors, '')
  return found
}

/** Bounded, on one line, and without numbers and addresses that tell of one person. */
function bounded(text: string): string {
  const plain = text
    .replaceAll(/\p{C}+|\s+/gu, ' ')
    .replaceAll(/1\.2\.246\.562\.[\d.]+/g, '…')
    .replaceAll(/[^\s@"'(]+@[^\s@"')]+/g, '…')
    .trim()
  return plain.length > longestText ? `${plain.slice(0, longestText - 1)}…` : plain
}
