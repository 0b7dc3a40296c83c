import type { Names } from '../codes/contract.ts'
import type { Group, Qualification, Structure } from '../qualifications/contract.ts'
import type { Formation } from '../qualifications/contract-formation.ts'
import { isGroup } from '../qualifications/rules.ts'
import { formationOf } from '../qualifications/rules-formation.ts'
import { treeOf } from '../qualifications/rules-formation-tree.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { JudgedPart, PlanFormation } from './contract-formation.ts'
import type { StoredPlan } from './rules-contacts.ts'
import { type PointsElsewhere, selectionOf } from './rules-formation.ts'

/** What of reference data judging a plan needs. */
export interface FormationReference {
  readonly qualification: (diaryNumber: string) => Qualification | undefined
  readonly namesOf: (code: string) => Names | undefined
  readonly pointsOf: (diaryNumber: string, code: string) => number | undefined
}

/** Judges a plan by the requirements of its study right. */
export function planFormation(
  plan: StoredPlan,
  studyRight: StudyRight | null,
  reference: FormationReference,
  today: string,
): PlanFormation {
  if (!studyRight) return { notJudged: 'no-study-right' }
  const attainment = studyRight.attainments.find(one => one.diaryNumber !== undefined)
  // Whoever completes parts of a qualification need not form the whole.
  if (attainment?.type.startsWith('ammatillinentutkintoosittainen')) return { notJudged: 'partial' }
  const qualification = attainment?.diaryNumber ? reference.qualification(attainment.diaryNumber) : undefined
  if (!attainment || !qualification) return { notJudged: 'no-qualification' }
  const structure = structureFor(qualification, attainment.method)
  if (!structure) return { notJudged: 'no-structure' }
  const tree = treeOf(structure, qualification.units)
  const pointsElsewhere: PointsElsewhere = (diaryNumber, code) =>
    diaryNumber === undefined ? undefined : reference.pointsOf(diaryNumber, code)
  const right = { ...studyRight, attainments: [attainment] }
  const { about, assumedOptionalGoals, ...selection } = selectionOf(plan, right, tree, pointsElsewhere, today)
  const formation = formationOf(tree, selection)
  const { diaryNumber, id, names } = qualification
  return {
    judged: {
      qualification: { id, diaryNumber, names },
      formation,
      groups: groupsNamed(structure, formation),
      parts: Object.fromEntries(Object.entries(about).map(([key, part]) => [key, named(part, reference)])),
      names: namesNeeded(formation, reference),
      ...(assumedOptionalGoals > 0 ? { assumedOptionalGoals } : {}),
    },
  }
}

/** The study right's way; today's where it does not tell one. */
function structureFor({ structures }: Qualification, method: string | undefined): Structure | undefined {
  const of = (name: string | undefined) => structures.find(structure => structure.method === name)
  const found = of(method) ?? of('reformi') ?? (structures.length === 1 ? structures[0] : undefined)
  return found && found.root.members.length > 0 ? found : undefined
}

function named(part: Omit<JudgedPart, 'names'>, { namesOf }: FormationReference): JudgedPart {
  const names = part.code === undefined ? undefined : namesOf(part.code)
  return names ? { ...part, names } : part
}

function groupsNamed({ root }: Structure, { alternatives, groups, toComplete }: Formation) {
  const paths = new Set([...groups, ...alternatives, ...toComplete].map(one => one.path))
  return Object.fromEntries(
    [...paths].flatMap(path => {
      const group = groupAt(root, path)
      if (!group) return []
      const { count, names, points } = group
      return [[path, { names, ...(points ? { points } : {}), ...(count ? { count } : {}) }]]
    }),
  )
}

function groupAt(root: Group, path: string): Group | undefined {
  let at: Group | undefined = root
  for (const step of path === '' ? [] : path.split('/')) {
    const member: Group['members'][number] | undefined = at?.members[Number(step)]
    at = member && isGroup(member) ? member : undefined
  }
  return at
}

function namesNeeded(
  { alternatives, faults, outside, toComplete }: Formation,
  { namesOf }: FormationReference,
) {
  const codes = [
    ...toComplete.flatMap(one => one.units ?? []),
    ...[...alternatives, ...outside].map(one => one.code),
    ...faults.flatMap(one => one.area ?? []),
  ]
  return Object.fromEntries(codes.flatMap(code => [[code, namesOf(code) ?? {}] as const]))
}
