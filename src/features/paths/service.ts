import type { Actor } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { type Names, pickName } from '../../platform/i18n/names.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import { maskPlan } from '../plans/rules-protection.ts'
import type { Tree } from '../plans/rules-tree.ts'
import { staffName } from '../staff/rules.ts'
import { displayName } from '../students/rules.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import { studyRightsOf } from '../study-rights/public.ts'
import type { PathChoice, PathItem, PathName, PathView } from './contract.ts'
import {
  findOrganisationNames,
  findPathPlans,
  findPathStudent,
  type PathPlan,
  type PathStudent,
} from './queries.ts'
import { type Path, pathOf, type RunningItem } from './rules.ts'
import { chosenOf } from './rules-choice.ts'
import type { Named } from './rules-items.ts'

type CodeNames = Names & { readonly points?: number | undefined }

export interface PathDependencies {
  readonly nameOf: (code: string, studyRight: StudyRight | null) => CodeNames | undefined
  readonly qualificationOf: (
    studyRight: StudyRight | null,
  ) => { readonly names: Names; readonly totalPoints?: number | undefined } | undefined
}

export interface PathReader {
  readonly actor: Actor
  readonly today: PlainDate
  readonly language: Language
  /** To a guardian a turvakielto hides always, whatever else the person may be. */
  readonly asGuardian?: boolean
}

interface Wanted {
  readonly studentId: string
  /** The study right that was chosen. */
  readonly studyRight?: string | undefined
}

/** The path of one student as the reader may have it. @throws AppError students.not-found */
export async function pathViewOf(
  transaction: ReadTransaction,
  reader: PathReader,
  wanted: Wanted,
  dependencies: PathDependencies,
): Promise<PathView> {
  const { studentId } = wanted
  const found = await findPathStudent(transaction, reader.actor, reader.today, studentId)
  if (found === undefined) throw new AppError('students.not-found', 404)
  const student = reader.asGuardian ? { ...found, masked: found.protected } : found
  const rights = (await studyRightsOf(transaction, studentId)).map(({ body }) => body)
  const plans = await findPathPlans(transaction, studentId)
  const rightOf = (oid: string) => rights.find(right => right.oid === oid)
  const oids = [...new Set([...rights.map(({ oid }) => oid), ...plans.map(plan => plan.study_right_oid)])]
  const known = oids.map(oid => ({
    oid,
    right: rightOf(oid),
    plan: plans.find(plan => plan.study_right_oid === oid),
  }))
  const chosen = chosenOf(known, wanted.studyRight, reader.today)
  const place = chosen?.right?.institutionOid
  const school =
    student.masked || place === undefined ? undefined : await findOrganisationNames(transaction, place)
  const words = wordsOf(reader.language, dependencies, chosen?.right, school)
  const path = pathOf({ ...inputOf(chosen?.plan, student.masked, chosen?.right, reader, dependencies) })
  const choices = known.map(one => choiceOf(one, reader.language, dependencies))
  return {
    student: studentOf(student, reader.actor),
    masked: student.masked,
    today: reader.today,
    ...teacherOf(student),
    choices,
    ...member(
      'chosen',
      choices.find(({ studyRight }) => studyRight === chosen?.oid),
    ),
    ...member('plan', planOf(chosen?.plan)),
    ...shownPath(path, words),
  }
}

function inputOf(
  plan: PathPlan | undefined,
  masked: boolean,
  right: StudyRight | undefined,
  { today }: PathReader,
  { nameOf, qualificationOf }: PathDependencies,
) {
  const body = plan?.body
  return {
    plan: masked && body ? (maskPlan(body as unknown as Tree) as unknown as StoredPlan) : body,
    people: new Map(masked ? [] : Object.entries(plan?.contacts ?? {})),
    studyRight: right,
    today,
    pointsOf: (code: string) => nameOf(code, right ?? null)?.points,
    totalPoints: qualificationOf(right ?? null)?.totalPoints,
  }
}

function studentOf(student: PathStudent, actor: Actor): PathView['student'] {
  const name = student.masked ? undefined : displayName(student)
  const own = actor.kind === 'person' && actor.studentId === student.id
  return { id: student.id, own, ...member('name', name) }
}

/** The teacher tells the group, and with it the whereabouts. */
function teacherOf({ masked, teacher_family_name, teacher_given_names, teacher_id }: PathStudent) {
  if (masked || teacher_id === null) return {}
  return {
    teacher: staffName({ given_names: teacher_given_names, family_name: teacher_family_name }),
  }
}

const planOf = (plan: PathPlan | undefined): PathView['plan'] =>
  plan && { id: plan.id, version: plan.version, savedAt: plan.saved_at.toISOString() }

interface Known {
  readonly oid: string
  readonly right: StudyRight | undefined
  readonly plan: PathPlan | undefined
}

function choiceOf(
  { oid, plan, right }: Known,
  language: Language,
  { qualificationOf }: PathDependencies,
): PathChoice {
  const name = picked(qualificationOf(right ?? null)?.names, language)
  return { studyRight: oid, name, ...member('planId', plan?.id) }
}

function picked(names: Names | undefined, language: Language): PathName {
  const found = pickName(names, language)
  return found === undefined ? {} : { text: found.text, language: found.language }
}

type Words = (named: Named | 'school') => PathName

function wordsOf(
  language: Language,
  { nameOf }: PathDependencies,
  right: StudyRight | undefined,
  school: Names | undefined,
): Words {
  return named => {
    if (named === 'school') return picked(school, language)
    if (named.text !== undefined) return { text: named.text }
    return named.code === undefined ? {} : picked(nameOf(named.code, right ?? null), language)
  }
}

function shownPath(path: Path, words: Words) {
  const item = (one: RunningItem) => shownItem(one, words)
  return {
    phase: path.phase,
    ...member('startsOn', path.startsOn),
    ...member('until', path.until),
    now: path.now.map(item),
    next: path.next.map(item),
    demonstrations: path.demonstrations.map(item),
    items: path.items.map(item),
    parts: path.parts.map(({ name, points, ...part }) => ({
      ...part,
      name: words(name),
      ...member('points', points),
    })),
    gaps: [...path.gaps],
    ...member('howFar', path.howFar),
  }
}

function shownItem(item: RunningItem, words: Words): PathItem {
  const { end, key, kind, partKey, people, start, tasks } = item
  const place = item.place ? words(item.place) : kind === 'school' ? words('school') : undefined
  return {
    ...{ key, partKey, kind, start, end },
    name: words(item.name),
    people: [...people],
    tasks: [...tasks],
    ...(place?.text === undefined ? {} : { place }),
    ...member('formerKey', item.formerKey),
    ...member('share', item.share),
    ...member('paused', item.paused),
  }
}

function member<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}
