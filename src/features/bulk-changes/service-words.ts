import type { Language } from '../../platform/i18n/language.ts'
import { pickName } from '../../platform/i18n/names.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Finding, Plan } from '../plans/contract.ts'
import { findingsOf, namesOf, type SaveContext } from '../plans/public.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import { projectionsOf } from '../plans/rules-projection.ts'
import { describeDifference } from '../plans/rules-words.ts'
import { withoutFollowers } from '../plans/rules-words-followers.ts'
import { plainSentence } from '../plans/rules-words-sentences.ts'
import type { ReferenceData } from '../qualifications/rules-reference.ts'
import { displayName } from '../students/rules.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { BulkOperation, BulkRow, DraftOperation } from './contract.ts'
import type { ChangeRow, OwnerRow } from './queries.ts'

export type BulkText = (language: Language, key: string, params: NonNullable<Finding['params']>) => string

export interface BulkDependencies {
  readonly text: BulkText
  /** Reference data at hand. */
  readonly data: () => ReferenceData
  readonly nameOf: Parameters<typeof namesOf>[2]['nameOf']
  readonly saving: Pick<SaveContext, 'jobs' | 'referenceFor' | 'formFaults'>
}

export interface Teller extends BulkDependencies {
  readonly language: Language
  readonly today: PlainDate
}

/** More sentences than these say nothing more. */
const sentencesAtMost = 150

/** How two bodies differ, in the words of the plan's history. */
export function differenceWords(
  before: StoredPlan | Plan,
  after: StoredPlan | Plan,
  studyRight: StudyRight | null,
  teller: Teller,
): string[] {
  const codes = [...projectionsOf(before as StoredPlan).codes, ...projectionsOf(after as StoredPlan).codes]
  const names = namesOf([...new Set(codes)], studyRight, teller)
  const speaker = { language: teller.language, names, contacts: {} }
  const statements = withoutFollowers(describeDifference(before, after)).slice(0, sentencesAtMost)
  return statements.map(statement => plainSentence(statement, speaker))
}

/** Findings that come and go with the change. One that stays where it was, with other days in it, does neither. */
export function findingWords(before: Plan, after: Plan, studyRight: StudyRight | null, teller: Teller) {
  const { saving, text, today } = teller
  const of = (plan: Plan) =>
    new Map(
      findingsOf(plan, studyRight, { today, ...saving }).map(({ code, params, pointer }) => [
        `${code} ${pointer}`,
        text(teller.language, `plans.findings.${code}`, params ?? {}),
      ]),
    )
  const [was, is] = [of(before), of(after)]
  const apart = (own: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) => [
    ...new Set([...own].flatMap(([key, words]) => (other.has(key) ? [] : [words]))),
  ]
  return { findingsNew: apart(is, was), findingsGone: apart(was, is) }
}

/** What a change did, in words. */
export function changeRow(row: ChangeRow, teller: Pick<Teller, 'data' | 'language' | 'text'>): BulkRow {
  return {
    id: row.id,
    kind: row.kind,
    text: operationWords(row.operation as BulkOperation | DraftOperation, row.kind, teller),
    reason: row.reason,
    madeAt: row.made_at.toISOString(),
    ...(row.made_by === null ? {} : { madeBy: row.made_by }),
    plans: row.plans,
    undonePlans: row.undone_plans,
    ...(row.undone_at === null ? {} : { undoneAt: row.undone_at.toISOString() }),
    ...(row.undone_by === null ? {} : { undoneBy: row.undone_by }),
    undoable: row.undone_at === null && row.edits,
  }
}

function operationWords(
  operation: BulkOperation | DraftOperation,
  kind: string,
  { data, language, text }: Pick<Teller, 'data' | 'language' | 'text'>,
): string {
  const code = 'part' in operation ? (operation.part.subjectArea ?? operation.part.unit) : ''
  const unit = pickName(code === '' ? undefined : data().namesOf(code), language)?.text ?? code
  const said = (params: NonNullable<Finding['params']>) => text(language, `bulk-changes.done.${kind}`, params)
  switch (operation.kind) {
    case 'move-dates':
      return text(language, `bulk-changes.done.${operation.weeks < 0 ? 'move-earlier' : 'move-later'}`, {
        count: Math.abs(operation.weeks),
      })
    case 'place-period':
    case 'add-unit':
      return said({ unit, start: operation.start, end: operation.end })
    case 'set-workplace':
      return said({ unit, workplace: operation.workplace.name })
    case 'set-hours':
      return said({ unit, hours: operation.hours })
    case 'add-note':
      return said({ unit })
    case 'group-draft':
      return said({ template: operation.template })
    default:
      return text(language, 'bulk-changes.done.other', {})
  }
}

/** What is kept of an operation: whom a workplace has stands with the plans' contacts, where it can be erased. */
export function keptOperation(operation: BulkOperation): object {
  if (operation.kind !== 'set-workplace') return operation
  const { instructor: _, ...kept } = operation
  return kept
}

export function nameMember(owner: OwnerRow | undefined): { name?: string } {
  const name = owner === undefined || owner.masked ? undefined : displayName(owner)
  return name === undefined ? {} : { name }
}
