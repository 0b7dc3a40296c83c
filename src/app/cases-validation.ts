import type { StudyRight } from '../features/study-rights/contract.ts'
import { type Method, methods } from '../integrations/ehoks/fields-kinds.ts'
import { validateNational } from '../integrations/ehoks/validate.ts'
import { studyRightFromKoski } from '../integrations/koski/codec.ts'
import { type JsonRecord, listAt, recordAt } from '../platform/json/look.ts'
import { systemClock } from '../platform/time/clock.ts'
import { type PlainDate, plainDateOf } from '../platform/time/plain-date.ts'
import type { CheckCase } from './cases-kinds.ts'

interface Expected {
  readonly valid: boolean
  /** Pointers into the national JSON. */
  readonly pointers: readonly string[]
}

/** One case is a body with the outcome of each method; it passes when all of them do. */
export const checkValidationCase: CheckCase = (item, file) => {
  const given = methods.filter(method => item[method] !== undefined)
  if (given.length === 0) return ['tells no verdict to expect']
  const studyRight = studyRightOf(item, file)
  const today = dayOf(item.today ?? file.today)
  return given.flatMap(method => {
    const expected = expectedOf(item[method])
    if (!expected) return [`${method}: tells no verdict to expect`]
    const body = bodyFor(method, recordAt(item.hoks) ?? item.hoks, expected)
    return faultsOf(expected, errorsOf(body, method, studyRight, today)).map(fault => `${method}: ${fault}`)
  })
}

/** The body goes in as bytes, by the way that a register's own goes. */
function errorsOf(
  body: unknown,
  method: Method,
  studyRight: StudyRight | undefined,
  today: PlainDate,
): NationalError[] {
  const bytes = new TextEncoder().encode(JSON.stringify(body) ?? 'null')
  const { verdict, findings } = validateNational(bytes, { method, studyRight: studyRight ?? null, today })
  const errors = findings.filter(finding => finding.severity === 'error')
  if ((verdict === 'invalid') !== errors.length > 0)
    throw new Error(`a verdict against its findings: ${verdict}`)
  return errors
}

interface NationalError {
  readonly pointer: string
  readonly code: string
}

function faultsOf(expected: Expected, errors: readonly NationalError[]): string[] {
  const found = errors.map(error => `${error.pointer} ${error.code}`).join(', ')
  if (expected.valid) return errors.length === 0 ? [] : [`should be valid, finds ${found}`]
  if (errors.length === 0) return [`should be invalid (${expected.pointers.join(', ')}), is found valid`]
  return expected.pointers
    .filter(pointer => !errors.some(error => isAtOrAbove(pointer, error.pointer)))
    .map(pointer => `nothing found at ${pointer}, but ${found}`)
}

function isAtOrAbove(pointer: string, finding: string): boolean {
  return finding === pointer || finding.startsWith(`${pointer}/`)
}

function expectedOf(value: unknown): Expected | undefined {
  const record = recordAt(value)
  if (typeof record?.valid !== 'boolean') return undefined
  const places = listAt(record.errors).map(error => recordAt(error)?.path ?? error)
  const pointers = places.filter(place => typeof place === 'string')
  return { valid: record.valid, pointers }
}

/**
 * The bodies of the cases have no `id`, which PUT and PATCH demand and POST refuses: they get one, unless the case is
 * about its absence.
 */
function bodyFor(method: Method, hoks: unknown, expected: Expected): unknown {
  const record = recordAt(hoks)
  const demanded = method.startsWith('put') || method.startsWith('patch')
  if (!record || !demanded || record.id !== undefined || expected.pointers.includes('/id')) return hoks
  return { id: 1, ...record }
}

function studyRightOf(item: JsonRecord, file: JsonRecord): StudyRight | undefined {
  const named = item.study_right
  if (named === undefined || named === null) return undefined
  const table = recordAt(file.study_rights) ?? {}
  const record = typeof named === 'string' ? table[named] : named
  const studyRight = studyRightFromKoski(record)
  if (!studyRight) throw new Error(`the study right ${JSON.stringify(named)} is not in the file`)
  return studyRight
}

function dayOf(value: unknown): PlainDate {
  return value === undefined ? systemClock.today() : plainDateOf(String(value))
}
