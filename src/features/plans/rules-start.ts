/** The plan that a teacher begins from: all that is known already, so that nothing known is typed. */
import { codeKey } from '../codes/rules.ts'
import type { Qualification, Structure, Unit } from '../qualifications/contract.ts'
import { type Node, treeOf } from '../qualifications/rules-formation-tree.ts'
import type { Attainment, StudyRight } from '../study-rights/contract.ts'
import type { Plan } from './contract.ts'
import type { StartGap } from './contract-writing.ts'
import { chosenOn } from './rules-formation.ts'

export interface KnownOfStudent {
  readonly studentOid: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

interface Reference {
  readonly qualification: (diaryNumber: string) => Qualification | undefined
  readonly versionOf: (code: string) => number | undefined
}

export interface Start {
  readonly plan: Plan
  /** What could not be known, and is left to the writer. */
  readonly gaps: readonly StartGap[]
}

export function startingPlan(
  right: StudyRight,
  student: KnownOfStudent,
  reference: Reference,
  today: string,
): Start {
  const units = startingUnits(right, reference, today)
  const { email, phone, studentOid } = student
  return {
    plan: {
      studentOid,
      studyRightOid: right.oid,
      firstApprovedOn: today,
      needToAcquireCompetence: true,
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
      ...units.parts,
    },
    gaps: [
      ...(email === undefined ? (['no-email'] as const) : []),
      ...(phone === undefined ? (['no-phone'] as const) : []),
      ...units.gaps,
    ],
  }
}

interface StartingUnits {
  readonly parts: Pick<Plan, 'vocationalUnits' | 'commonUnits'>
  readonly gaps: readonly StartGap[]
}

const none = (gap: StartGap): StartingUnits => ({ parts: {}, gaps: [gap] })

function startingUnits(right: StudyRight, reference: Reference, today: string): StartingUnits {
  if (right.type === 'tuva') return none('preparatory')
  if (right.type !== 'ammatillinenkoulutus') return none('unsuitable-type')
  const attainment = right.attainments.find(one => one.diaryNumber !== undefined)
  const qualification = attainment?.diaryNumber ? reference.qualification(attainment.diaryNumber) : undefined
  if (!attainment || !qualification) return none('no-qualification')
  // Whoever completes parts of a qualification chooses them.
  if (attainment.type.startsWith('ammatillinentutkintoosittainen')) return none('partial')
  const structure = structureFor(qualification, attainment.method)
  if (!structure) return none('no-structure')
  return compulsoryUnits(qualification, structure, attainment, reference, today)
}

function structureFor({ structures }: Qualification, method: string | undefined): Structure | undefined {
  const of = (name: string | undefined) => structures.find(structure => structure.method === name)
  return of(method) ?? of('reformi') ?? (structures.length === 1 ? structures[0] : undefined)
}

function compulsoryUnits(
  qualification: Qualification,
  structure: Structure,
  { competenceAreas, titles }: Attainment,
  { versionOf }: Reference,
  today: string,
): StartingUnits {
  const { nodes, units } = treeOf(structure, qualification.units)
  const chosen = {
    competenceArea: chosenOn(competenceAreas, today),
    title: chosenOn(titles, today),
  }
  const open = openNodes(nodes, chosen)
  const keys = new Set(
    open.flatMap(node => node.leaves.filter(leaf => leaf.compulsory).map(leaf => leaf.key)),
  )
  const found = [...keys].flatMap(key => units.get(key) ?? [])
  const coded = (unit: Pick<Unit, 'codeUri' | 'version'>) => unit.version ?? versionOf(unit.codeUri) ?? 1
  const vocationalUnits = found
    .filter(unit => unit.kind === 'vocational')
    .map(unit => ({ unitCode: unit.codeUri, unitCodeVersion: coded(unit) }))
  const commonUnits = found
    .filter(unit => unit.kind === 'common')
    .map(unit => ({
      unitCode: unit.codeUri,
      unitCodeVersion: coded(unit),
      subjectAreas: compulsoryAreas(unit).map(codeUri => ({
        subjectAreaCode: codeUri,
        subjectAreaCodeVersion: coded({ codeUri }),
      })),
    }))
  const areas = nodes.some(node => node.alternative?.kind === 'competenceArea')
  return {
    parts: {
      ...(vocationalUnits.length > 0 ? { vocationalUnits } : {}),
      ...(commonUnits.length > 0 ? { commonUnits } : {}),
    },
    gaps: areas && chosen.competenceArea === undefined ? ['no-competence-area'] : [],
  }
}

/** Groups that are the student's whatever is chosen later: of competence areas and titles only those told. */
function openNodes(
  nodes: readonly Node[],
  chosen: Readonly<Record<'competenceArea' | 'title', string | undefined>>,
): readonly Node[] {
  const open = new Set<number>()
  // Parents stand before their children.
  for (const { alternative, id, parent } of nodes) {
    const own = alternative === undefined || isSame(alternative.code, chosen[alternative.kind])
    if (own && (parent < 0 || open.has(parent))) open.add(id)
  }
  return nodes.filter(node => open.has(node.id))
}

/** A study register gives the bare value, requirements the whole uri. */
function isSame(code: string, told: string | undefined): boolean {
  const own = codeKey(code)
  return told !== undefined && (own === codeKey(told) || own.slice(own.indexOf('_') + 1) === codeKey(told))
}

/** Each code once: the requirements name some for every language of study. */
function compulsoryAreas({ subjectAreas }: Unit): readonly string[] {
  const compulsory = subjectAreas.filter(area => (area.pointsCompulsory ?? 0) > 0)
  return [...new Map(compulsory.map(area => [codeKey(area.codeUri), area.codeUri])).values()]
}
