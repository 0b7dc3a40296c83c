/** Everything of a plan that has days, flat, with where and with whom. What has wrong days is left out. */
import { isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import type { StoredPlan } from '../plans/rules-contacts.ts'
import { apprenticeship, trainingAgreement } from '../plans/rules-law.ts'
import { hiddenMark } from '../plans/rules-protection.ts'
import type { ItemKind, PathPerson } from './contract.ts'
import {
  areaKey,
  demonstrationKeys,
  localKeys,
  partKey,
  periodKeys,
  skillsKeys,
  unitKey,
} from './rules-keys.ts'

/** What something is called: by a code that has names, or as it was written. */
export interface Named {
  readonly code?: string | undefined
  readonly text?: string | undefined
}

export interface Item {
  readonly key: string
  readonly formerKey?: string | undefined
  readonly partKey: string
  readonly kind: ItemKind
  readonly name: Named
  readonly start: PlainDate
  readonly end: PlainDate
  readonly place?: Named | undefined
  readonly people: readonly PathPerson[]
  readonly share?: number | undefined
  readonly tasks: readonly string[]
  readonly interruptions: readonly { readonly start: string; readonly end?: string | undefined }[]
}

/** Names of the people of the plan by their references; who was erased has none. */
export type PeopleNames = ReadonlyMap<string, string>

type Unit = NonNullable<StoredPlan['vocationalUnits']>[number]
type Acquiring = Pick<Unit, 'learningPeriods' | 'demonstrations'>
type Period = NonNullable<Unit['learningPeriods']>[number]
type Demonstration = NonNullable<Unit['demonstrations']>[number]

/** A part in which competence is acquired. */
export interface Acquired extends Acquiring {
  readonly key: string
  readonly kind: 'vocational' | 'local' | 'area'
  readonly name: Named
  readonly points?: number | undefined
}

export function acquiredParts(plan: StoredPlan): Acquired[] {
  const locals = localKeys(plan.localUnits)
  return [
    ...(plan.vocationalUnits ?? []).map(unit => ({
      ...unit,
      key: unitKey(unit.unitCode),
      kind: 'vocational' as const,
      name: { code: unit.unitCode },
    })),
    ...(plan.localUnits ?? []).map((unit, at) => ({
      ...unit,
      key: locals[at] ?? '',
      kind: 'local' as const,
      name: { text: shownText(unit.name) },
      points: unit.competencePoints,
    })),
    ...(plan.commonUnits ?? []).flatMap(({ unitCode, subjectAreas }) =>
      subjectAreas.map(area => ({
        ...area,
        key: areaKey(unitCode, area.subjectAreaCode),
        kind: 'area' as const,
        name: { code: area.subjectAreaCode },
      })),
    ),
  ]
}

export function itemsOf(plan: StoredPlan, people: PeopleNames): Item[] {
  const skills = skillsKeys(plan.studySkillsStudies)
  return [
    ...acquiredParts(plan).flatMap(part => [
      ...periodItems(part, people),
      ...demonstrationItems(part, people),
    ]),
    ...(plan.preparatoryParts ?? []).flatMap(part =>
      plainItem('preparatory', partKey(part.partCode), { code: part.partCode }, part),
    ),
    ...(plan.studySkillsStudies ?? []).flatMap((studies, at) =>
      plainItem('study-skills', skills[at] ?? '', { text: shownText(studies.name) }, studies),
    ),
  ].sort((one, other) => order(one).localeCompare(order(other)))
}

const order = ({ start, end, key }: Item): string => `${start} ${end} ${key}`

/** What a turvakielto hides is as if it were not told. */
export const shownText = (text: string | undefined): string | undefined =>
  text === undefined || text === '' || text === hiddenMark ? undefined : text

interface Days {
  readonly start: string
  readonly end: string
}

function daysOf({ start, end }: Days): { start: PlainDate; end: PlainDate } | undefined {
  return isPlainDate(start) && isPlainDate(end) && start <= end ? { start, end } : undefined
}

function periodItems(part: Acquired, people: PeopleNames): Item[] {
  const keys = periodKeys(part.key, part.learningPeriods)
  return (part.learningPeriods ?? []).flatMap((period, at) =>
    periodItem(part, period, keys[at] ?? { key: '' }, people),
  )
}

function demonstrationItems(part: Acquired, people: PeopleNames): Item[] {
  const keys = demonstrationKeys(part.key, part.demonstrations)
  return (part.demonstrations ?? []).flatMap((one, at) =>
    demonstrationItem(part, one, keys[at] ?? '', people),
  )
}

type Keys = Pick<Item, 'key' | 'formerKey'>

function periodItem(part: Acquired, period: Period, keys: Keys, people: PeopleNames): Item[] {
  const days = daysOf(period)
  if (days === undefined) return []
  const { otherEnvironments = [], workplace } = period
  const environment = otherEnvironments[0]?.code
  const place = shownText(workplace?.name)
  return [
    {
      ...days,
      ...keys,
      partKey: part.key,
      kind: methodKind(period.methodCode),
      name: part.name,
      place: place === undefined ? environment && { code: environment } : { text: place },
      people: [
        ...named('instructor', [workplace?.instructor.contact], people),
        ...named('teacher', [period.providerRepresentative?.contact], people),
      ],
      share: period.partTimeShare,
      tasks: (workplace?.tasks ?? []).filter(task => task !== hiddenMark),
      interruptions: period.interruptions ?? [],
    } as Item,
  ]
}

function demonstrationItem(part: Acquired, one: Demonstration, key: string, people: PeopleNames): Item[] {
  const days = daysOf(one)
  if (days === undefined) return []
  const assessors = [...(one.providerAssessors ?? []), ...(one.workAssessors ?? [])]
  const contacts = assessors.map(({ contact }) => contact)
  const place = shownText(one.environment.name)
  return [
    {
      ...days,
      key,
      partKey: part.key,
      kind: 'demonstration',
      name: part.name,
      place: place === undefined ? undefined : { text: place },
      people: named('assessor', contacts, people),
      tasks: one.content.filter(task => task !== hiddenMark),
      interruptions: [],
    },
  ]
}

function plainItem(kind: ItemKind, key: string, name: Named, days: Days): Item[] {
  const found = daysOf(days)
  if (found === undefined) return []
  return [{ ...found, key, partKey: key, kind, name, people: [], tasks: [], interruptions: [] }]
}

function named(
  role: PathPerson['role'],
  contacts: readonly (string | undefined)[],
  people: PeopleNames,
): PathPerson[] {
  return contacts.flatMap(contact => {
    const name = contact === undefined ? undefined : people.get(contact)
    return name === undefined || name === '' ? [] : [{ role, name }]
  })
}

function methodKind(methodCode: string): ItemKind {
  if (methodCode === trainingAgreement) return 'training-agreement'
  if (methodCode === apprenticeship) return 'apprenticeship'
  return methodCode === 'osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus' ? 'school' : 'other'
}
