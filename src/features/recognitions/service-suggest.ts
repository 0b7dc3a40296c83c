import { record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { evidenceOf } from '../evidence/public.ts'
import type { Qualification } from '../qualifications/contract.ts'
import type { UnitText } from '../qualifications/contract-texts.ts'
import { findTexts } from '../qualifications/public.ts'
import { findDetails, studyRightsOf } from '../study-rights/public.ts'
import { suggestionsRead } from './audit.ts'
import type { Suggestion, SuggestionLimit, SuggestionList, Target } from './contract.ts'
import { plansOfStudent, recognitionsOf } from './queries.ts'
import { isOpen, partKey } from './rules.ts'
import { type CompletedRight, registerSuggestions } from './rules-register.ts'
import { linesOfArea, linesOfUnit } from './rules-texts.ts'
import { tellingWords, textHits } from './rules-words.ts'
import { admit, namesIn, planWithParts, type RecognitionContext } from './service.ts'

/** What may be worth recognising, each with its reason; and what could not be compared. */
export async function listSuggestions(
  transaction: ReadTransaction,
  context: RecognitionContext,
): Promise<SuggestionList> {
  await admit(transaction, context, 'read')
  const { audit, studentId } = context
  const [items, limits] = [[] as SuggestionList['items'], new Set<SuggestionLimit>()]
  const recognitions = await recognitionsOf(transaction, studentId)
  for (const { id: planId } of await plansOfStudent(transaction, studentId)) {
    const asked = new Set(
      recognitions
        .filter(one => one.plan_id === planId && isOpen(one.state))
        .map(one => partKey(keyOfRow(one))),
    )
    const found = await suggestionsFor(transaction, context, planId)
    for (const one of found.items) items.push({ planId, ...one, asked: asked.has(partKey(one.part)) })
    for (const limit of found.limits) limits.add(limit)
  }
  await record(transaction, audit, suggestionsRead, { studentId, details: { suggestions: items.length } })
  return { items, limits: [...limits] }
}

export const keyOfRow = (row: { readonly unit_code: string; readonly subject_area_code: string | null }) => ({
  unitCode: row.unit_code,
  ...(row.subject_area_code === null ? {} : { subjectAreaCode: row.subject_area_code }),
})

/** Suggestions for one plan of the student. */
export async function suggestionsFor(
  transaction: ReadTransaction,
  { data, studentId }: Pick<RecognitionContext, 'data' | 'studentId'>,
  planId: string,
): Promise<{ readonly items: Suggestion[]; readonly limits: SuggestionLimit[] }> {
  const heads = await plansOfStudent(transaction, studentId)
  const head = heads.find(one => one.id === planId)
  if (head === undefined) return { items: [], limits: [] }
  const { parts, qualification } = await planWithParts(transaction, data, planId, head.study_right)
  const rights = await completedRights(transaction, studentId, head.study_right?.oid)
  const replaced = new Set(replacedBy(qualification, data.qualifications))
  const register = registerSuggestions({ targets: parts, rights, namesOf: namesIn(data), replaced })
  const texts = await textSuggestions(transaction, studentId, qualification, parts)
  const limits: SuggestionLimit[] = [
    ...(qualification === undefined ? (['no-requirements'] as const) : []),
    ...(register.unnamed > 0 ? (['unnamed-records'] as const) : []),
    ...texts.limits,
  ]
  return { items: [...register.items, ...texts.items], limits }
}

async function completedRights(
  transaction: ReadTransaction,
  studentId: string,
  ownOid: string | undefined,
): Promise<CompletedRight[]> {
  const rights = await studyRightsOf(transaction, studentId)
  const completed: CompletedRight[] = []
  for (const { body: right } of rights) {
    const details = await findDetails(transaction, right.oid)
    if (details !== undefined) completed.push({ right, details, own: right.oid === ownOid })
  }
  return completed
}

/** What these requirements replaced, and what those did in their turn. */
function replacedBy(qualification: Qualification | undefined, all: readonly Qualification[]): string[] {
  const found = new Set<string>()
  for (const queue = [...(qualification?.replaces ?? [])]; queue.length > 0; ) {
    const next = queue.pop() ?? ''
    if (found.has(next)) continue
    found.add(next)
    queue.push(...all.filter(one => one.diaryNumber === next).flatMap(one => one.replaces))
  }
  return [...found]
}

async function textSuggestions(
  transaction: ReadTransaction,
  studentId: string,
  qualification: Qualification | undefined,
  parts: readonly Target[],
): Promise<{ readonly items: Suggestion[]; readonly limits: readonly SuggestionLimit[] }> {
  const evidence = await evidenceOf(transaction, studentId)
  if (evidence.length === 0) return { items: [], limits: ['no-evidence'] }
  if (qualification === undefined) return { items: [], limits: [] }
  const keys = [...new Set(parts.map(part => part.unitCode.toLowerCase()))]
  const texts = await findTexts(transaction, qualification, keys)
  if (texts.size === 0) return { items: [], limits: ['no-texts'] }
  const searched = parts.flatMap(part => {
    const text = texts.get(part.unitCode.toLowerCase()) as UnitText | undefined
    if (text === undefined) return []
    const lines =
      part.subjectAreaCode === undefined ? linesOfUnit(text) : linesOfArea(text, part.subjectAreaCode)
    return [{ of: part, lines }]
  })
  const items = evidence.flatMap(one =>
    textHits(tellingWords(`${one.title} ${one.description ?? ''}`), searched).map(
      ({ of: part, passages }) => ({
        key: `text ${one.id} ${partKey(part)}`,
        part,
        source: {
          kind: 'text' as const,
          evidenceId: one.id,
          passages: passages.map(passage => ({ ...passage, words: [...passage.words] })),
        },
      }),
    ),
  )
  return { items, limits: [] }
}
