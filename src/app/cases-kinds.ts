import {
  isBusinessId,
  isOrganisationOid,
  isPersonOid,
  isStudyRightOid,
} from '../features/identifiers/rules.ts'
import { type DateSpan, type DurationPeriod, durationsOf } from '../features/plans/rules-durations.ts'
import { type JsonRecord, listAt, numberAt, recordAt, textAt } from '../platform/json/look.ts'
import { plainDateOf } from '../platform/time/plain-date.ts'

/** What is wrong with the outcome of a case; none when it passes. An exception is a failure too. */
export type CheckCase = (item: JsonRecord, file: JsonRecord) => readonly string[]

const identifierChecks: Readonly<Record<string, (text: string) => boolean>> = {
  'study-right-oid': isStudyRightOid,
  'person-oid': isPersonOid,
  'organisation-oid': isOrganisationOid,
  'business-id': isBusinessId,
}

export const checkIdentifierCase: CheckCase = ({ kind, value, valid }) => {
  const check =
    typeof kind === 'string' && Object.hasOwn(identifierChecks, kind) ? identifierChecks[kind] : undefined
  if (!check) return [`unknown kind ${JSON.stringify(kind)}`]
  if (typeof valid !== 'boolean') return ['tells no verdict to expect']
  const found = typeof value === 'string' && check(value)
  return found === valid ? [] : [`${JSON.stringify(value)} should be ${valid ? 'valid' : 'invalid'}`]
}

export const checkDurationCase: CheckCase = item => {
  const expected = recordAt(item.expected)
  if (!expected || Object.keys(expected).length === 0) return ['tells no days to expect']
  const studyRights = new Map(
    Object.entries(recordAt(item.study_rights) ?? {}).flatMap(([oid, states]) =>
      Array.isArray(states) ? [[oid, states.map(stateOf)] as const] : [],
    ),
  )
  const periods = listAt(item.periods).map(periodOf)
  // The names of a case are the keys of the register: two periods of one name are one.
  const results = durationsOf(periods, studyRights, { collapseDuplicates: true })
  const days = new Map(results.map(result => [result.key, result.days]))
  return Object.entries(expected).flatMap(([name, count]) => {
    // A period that the register no longer has lasts no days.
    const found = days.get(name) ?? 0
    return found === count ? [] : [`${name} should last ${JSON.stringify(count)} days, lasts ${found}`]
  })
}

function stateOf(value: unknown): { start: DateSpan['start']; state: string } {
  const record = recordAt(value) ?? {}
  return { start: plainDateOf(textAt(record.start) ?? ''), state: textAt(record.state) ?? '' }
}

function periodOf(value: unknown): DurationPeriod {
  const record = recordAt(value) ?? {}
  return {
    key: String(record.name),
    studentKey: textAt(record.student) ?? '',
    studyRightOid: String(record.study_right),
    partTimeShare: numberAt(record.part_time),
    interruptions: listAt(record.interruptions).map(spanOf),
    ...spanOf(record),
  }
}

function spanOf(value: unknown): DateSpan {
  const record = recordAt(value) ?? {}
  const end = textAt(record.end)
  return {
    start: plainDateOf(textAt(record.start) ?? ''),
    end: end === undefined ? undefined : plainDateOf(end),
  }
}
