import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { pickName } from '../../platform/i18n/names.ts'
import { type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import { supportWords } from '../approvals/rules-support.ts'
import type { OrganisationCache } from '../organisations/public.ts'
import {
  findPlans,
  type PlaceKnown,
  type Plan,
  placesNamed,
  wholePlan,
  workplacesByName,
} from '../plans/public.ts'
import type { QualificationReference } from '../qualifications/rules-reference.ts'
import type { Names } from '../students/contract.ts'
import { findSupport } from '../study-rights/public.ts'
import type { TemplateBody } from '../templates/contract.ts'
import { findTemplate, findTemplateVersion } from '../templates/public.ts'
import { groupDraftAccess } from './access.ts'
import { type DraftRecord, findDraft, findRows, type RowRecord } from './queries.ts'
import { applyTemplate, type Drafted } from './rules-apply.ts'
import { otherArea } from './rules-area.ts'
import { beginningOf, placesAsked } from './rules-asked.ts'
import type { Applying, KnownPlace, KnownStudent, KnownSupport } from './rules-known.ts'
import { placeOf } from './rules-text.ts'

export interface DraftDependencies {
  readonly organisations: OrganisationCache
  /** Reference data at hand. */
  readonly data: () => {
    readonly versionOf: (code: string) => number | undefined
    readonly namesOf: (code: string) => Names | undefined
    readonly forPlan: (diaryNumber: string | undefined) => { readonly qualification?: QualificationReference }
  }
  /** What a school without a known name is called. */
  readonly schoolName: (language: Language) => string
}

export interface Reader {
  readonly actor: Actor
  readonly today: PlainDate
  readonly language: Language
}

export interface LoadedRow {
  readonly record: RowRecord
  readonly known: KnownStudent
  readonly drafted: Drafted
  readonly planId: string | undefined
  readonly planVersion: number | undefined
  /** The student's competence area, where the template is for another one. */
  readonly otherArea: string | undefined
  /** Ready, and the plan has all of it already. */
  readonly unchanged: boolean
}

export interface LoadedDraft {
  readonly draft: DraftRecord
  readonly template: {
    readonly id: string
    readonly name: string
    readonly newest: number
    readonly body: TemplateBody
  }
  readonly rows: readonly LoadedRow[]
  /** The template applied to one of them, again: where its plan has been locked. */
  readonly apply: (row: LoadedRow, plan: Plan | undefined) => Drafted
}

/** @throws AppError group-drafts.not-found */
export async function loadDraft(
  transaction: ReadTransaction,
  reader: Reader,
  id: string,
  dependencies: DraftDependencies,
  options: { readonly lock?: boolean; readonly toSave?: boolean } = {},
): Promise<LoadedDraft> {
  const draft = await findDraft(transaction, id, options)
  if (draft === undefined) throw new AppError('group-drafts.not-found', 404)
  const [head, version, records] = await Promise.all([
    findTemplate(transaction, draft.template_id),
    findTemplateVersion(transaction, draft.template_id, draft.template_version),
    findRows(transaction, reader, id),
  ])
  if (head === undefined || version === undefined) throw new AppError('templates.not-found', 404)
  const template = { id: head.id, name: head.name, newest: head.version, body: version.body }
  const known = await knownOf(transaction, records, await supportFor(transaction, reader, records, options))
  const asking = records.map((record, at) => ({ ...known[at]?.known, answers: record.answers }))
  const places = await placesFor(transaction, asking)
  const about = { ...template, diaryNumber: head.diary_number }
  const applying = await applyingFor(about, draft, reader, places, dependencies)
  const apply = (row: Pick<LoadedRow, 'record' | 'known'>, plan: Plan | undefined) =>
    applyTemplate({ ...row.known, plan }, applying(row.record.language), row.record.answers)
  const rows = records.map((record, at): LoadedRow => {
    const { plan, planId, planVersion, ...rest } = known[at] ?? { known: { studentOid: record.student_oid } }
    const asked = { competenceArea: head.competence_area, diaryNumber: head.diary_number }
    const area = otherArea(record.study_right, asked)
    const row = { record, known: rest.known, planId, planVersion, otherArea: area, unchanged: false }
    // Of a masked student nothing is looked at, and what is saved already asks nothing more.
    if (record.masked || record.outcome !== null) return { ...row, drafted: settled(record.masked) }
    const drafted = apply(row, plan)
    return { ...row, drafted, unchanged: plan !== undefined && drafted.ready && addsNothing(drafted, plan) }
  })
  return { draft, template, rows, apply }
}

function addsNothing({ plan: after }: Drafted, before: Plan): boolean {
  const { studentOid, studyRightOid } = after ?? {}
  return isDeepStrictEqual(written(after), written({ ...before, studentOid, studyRightOid } as Plan))
}

/** As it would be stored: what is undefined is not there. */
const written = (plan: Plan | undefined): unknown => JSON.parse(JSON.stringify(plan ?? null))

const settled = (masked: boolean): Drafted => ({
  ...(masked ? { problem: 'protected' as const } : {}),
  cells: {},
  leftOut: [],
  moved: 0,
  ready: false,
})

export const seesSupport = ({ actor }: Pick<Reader, 'actor'>): boolean =>
  groupDraftAccess.support.may(actor, {})

type SupportOf = (studyRightOid: string) => KnownSupport | undefined

/**
 * Decisions of support are read for those who may see them. Whoever else saves the plans saves with them what was answered
 * of support, and is shown none of it.
 */
async function supportFor(
  transaction: ReadTransaction,
  reader: Reader,
  records: readonly RowRecord[],
  { toSave = false }: { readonly toSave?: boolean },
): Promise<SupportOf> {
  const shown = seesSupport(reader)
  if (!shown && !toSave) return () => undefined
  const open = records.filter(({ masked, outcome }) => !masked && outcome === null)
  const found = await findSupport(
    transaction,
    open.map(({ key }) => key),
  )
  return key => {
    const decisions = found.get(key)
    return decisions && { decisions, shown }
  }
}

interface Known {
  readonly known: KnownStudent
  readonly plan?: Plan | undefined
  readonly planId?: string | undefined
  readonly planVersion?: number | undefined
}

/** What is known of the students, with the plans that they have. */
async function knownOf(
  transaction: ReadTransaction,
  records: readonly RowRecord[],
  supportOf: SupportOf,
): Promise<readonly Known[]> {
  const plans = await findPlans(
    transaction,
    records.map(({ key }) => key),
    '',
  )
  const byRight = new Map(plans.map(plan => [plan.study_right_oid, plan]))
  return records.map(({ details, email, key, phone, student_oid: studentOid, study_right: right }): Known => {
    const found = byRight.get(key)
    const plan = found && wholePlan(found)
    return {
      known: {
        studentOid,
        email: email ?? undefined,
        phone: phone ?? undefined,
        right: right ?? undefined,
        details: details ?? undefined,
        plan,
        support: supportOf(key),
      },
      plan,
      planId: found?.id,
      planVersion: found?.version,
    }
  })
}

interface Places {
  readonly named: ReadonlyMap<string, readonly KnownPlace[]>
  readonly like: ReadonlyMap<string, readonly KnownPlace[]>
}

const lower = (name: string): string => name.trim().toLocaleLowerCase('fi')
/** Of so many unknown names something alike is looked for. */
const unknownAtMost = 20

async function placesFor(
  transaction: ReadTransaction,
  asking: Parameters<typeof placesAsked>[0],
): Promise<Places> {
  const found = await placesNamed(transaction, placesAsked(asking))
  const named = Map.groupBy(found.map(knownPlace), ({ name }) => lower(name))
  const answered = asking.flatMap(({ answers }) =>
    Object.entries(answers).flatMap(([key, text]) =>
      key.startsWith('workplace:') ? [placeOf(text).name] : [],
    ),
  )
  const unknown = [...new Set(answered)].filter(name => !named.has(lower(name))).slice(0, unknownAtMost)
  const like = new Map<string, readonly KnownPlace[]>()
  await Promise.all(
    unknown.map(async name => {
      const beginning = beginningOf(name)
      const alike = beginning === undefined ? [] : await workplacesByName(transaction, beginning, 4)
      like.set(lower(name), alike.map(bare))
    }),
  )
  return { named, like }
}

const bare = ({ business_id, name }: { business_id: string | null; name: string }): KnownPlace => ({
  name,
  ...(business_id === null ? {} : { businessId: business_id }),
  instructors: [],
  tasks: [],
})
const knownPlace = (place: PlaceKnown): KnownPlace => ({
  ...bare(place),
  instructors: place.instructors,
  tasks: (place.tasks ?? []).filter(task => typeof task === 'string' && task.trim() !== ''),
})

/** The rest that the rules ask, by the language in which a student's plan is written. */
async function applyingFor(
  template: Applying['template'],
  draft: Pick<DraftRecord, 'starts_on'>,
  { language: asked, today }: Reader,
  places: Places,
  { data, organisations, schoolName }: DraftDependencies,
): Promise<(language: string | null) => Applying> {
  const { namesOn } = await organisations.current()
  const { forPlan, namesOf, versionOf } = data()
  const units = new Map<string, QualificationReference | undefined>()
  const qualificationOf = (diaryNumber: string) => {
    if (!units.has(diaryNumber)) units.set(diaryNumber, forPlan(diaryNumber).qualification)
    return units.get(diaryNumber)
  }
  const base = {
    template,
    startsOn: plainDateOf(draft.starts_on),
    today,
    hasUnit: (diaryNumber: string, code: string) => {
      const qualification = qualificationOf(diaryNumber)
      return qualification && qualification.unit(code) !== undefined
    },
    versionOf,
    placesNamed: (name: string) => places.named.get(lower(name)) ?? [],
    placesLike: (name: string) => places.like.get(lower(name)) ?? [],
  }
  const inLanguage = (language: Language): Applying => ({
    ...base,
    nameOf: code => supportWords(code, namesOf(code), language),
    institutionName: oid => pickName(namesOn(oid, today), language)?.text,
    schoolName: schoolName(language),
  })
  const made = new Map<string, Applying>()
  return language => {
    const key = language === 'fi' || language === 'sv' || language === 'en' ? language : asked
    const applying = made.get(key) ?? inLanguage(key)
    made.set(key, applying)
    return applying
  }
}
