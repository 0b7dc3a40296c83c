import type { Names } from '../codes/contract.ts'
import { codeKey } from '../codes/rules.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { StudyRightDetails } from '../study-rights/contract-details.ts'
import type { RegisterSource, Suggestion, Target } from './contract.ts'
import { partKey } from './rules.ts'

/** A study right of the student with what the register tells to have been completed in it. */
export interface CompletedRight {
  readonly right: StudyRight
  readonly details: StudyRightDetails
  /** Whether the plan is of this study right: then only what is recognised in it was learnt before. */
  readonly own: boolean
}

interface Completed {
  readonly code: string
  readonly names: Names | undefined
  readonly about: Omit<RegisterSource, 'kind' | 'match'>
}

type Unit = NonNullable<StudyRightDetails['attainments'][number]['units']>[number]
type Part = Omit<Unit, 'subjectAreas' | 'group' | 'fromQualification'>

export interface RegisterQuestion {
  readonly targets: readonly Target[]
  readonly rights: readonly CompletedRight[]
  readonly namesOf: (code: string) => Names | undefined
  /** Diary numbers of the requirements that the plan's requirements replaced, as far as they tell. */
  readonly replaced: ReadonlySet<string>
}

/**
 * Parts that the student has completed elsewhere or that the register tells to have been recognised: by the same code, else by
 * the same name. The national files tell which requirements replaced which, and of no unit which one it replaced: there the name
 * decides, and the reason says so. `unnamed` counts records that could not be compared by name.
 */
export function registerSuggestions({ namesOf, replaced, rights, targets }: RegisterQuestion): {
  readonly items: Suggestion[]
  readonly unnamed: number
} {
  const completed = rights.flatMap(right => completedIn(right, namesOf))
  const byCode = Map.groupBy(targets, target => codeKey(target.subjectAreaCode ?? target.unitCode))
  const items = new Map<string, Suggestion>()
  let unnamed = 0
  for (const one of completed) {
    const same = byCode.get(codeKey(one.code))
    if (same === undefined && one.names === undefined) unnamed += 1
    const found = same ?? targets.filter(target => sameName(target, one))
    const match = same ? 'same-code' : replaced.has(one.about.diaryNumber ?? '') ? 'replaced' : 'same-name'
    for (const target of found) add(items, target, { kind: 'register', match, ...one.about })
  }
  return { items: [...items.values()], unnamed }
}

const strength = { 'same-code': 3, replaced: 2, 'same-name': 1 } as const

/** The strongest reason for a part stands; of equal ones the later record. */
function add(items: Map<string, Suggestion>, part: Target, source: RegisterSource): void {
  const key = `register ${partKey(part)}`
  const before = items.get(key)?.source
  if (before?.kind === 'register') {
    const weaker = strength[source.match] - strength[before.match]
    if (weaker < 0 || (weaker === 0 && (source.assessedOn ?? '') <= (before.assessedOn ?? ''))) return
  }
  items.set(key, { key, part, source })
}

function completedIn(
  { details, own, right }: CompletedRight,
  namesOf: RegisterQuestion['namesOf'],
): Completed[] {
  return details.attainments.flatMap((attainment, at) => {
    const diaryNumber = right.attainments[at]?.diaryNumber
    return (attainment.units ?? []).flatMap(({ fromQualification, subjectAreas, ...unit }) =>
      [unit, ...(subjectAreas ?? [])]
        .filter(part => (own ? part.recognised !== undefined : isCompleted(part)))
        .map(part => {
          const code = part.codeSet === undefined ? part.code : `${part.codeSet}_${part.code}`
          const from = fromQualification?.diaryNumber ?? diaryNumber
          const names = part.names ?? namesOf(code)
          return {
            code,
            names,
            about: {
              code,
              ...aboutPart(part, names),
              studyRightOid: right.oid,
              ...member('diaryNumber', from),
            },
          }
        }),
    )
  })
}

const isCompleted = ({ assessment, confirmedOn, recognised }: Part): boolean =>
  assessment?.passed !== false &&
  (assessment !== undefined || confirmedOn !== undefined || recognised !== undefined)

const aboutPart = ({ assessment, confirmedOn, points }: Part, names: Names | undefined) => ({
  ...member('names', names),
  ...member('grade', assessment?.grade),
  ...member('scale', assessment?.scale),
  ...member('assessedOn', assessment?.assessedOn ?? confirmedOn),
  ...member('points', points),
})

function member<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The same name in a language that both have; subject areas and units are never taken for each other. */
function sameName(target: Target, { code, names }: Completed): boolean {
  if (names === undefined) return false
  const isArea = !codeKey(code).startsWith('tutkinnonosat')
  if (isArea !== (target.subjectAreaCode !== undefined)) return false
  return (['fi', 'sv'] as const).some(language => {
    const [a, b] = [target.names[language], names[language]]
    return a !== undefined && b !== undefined && plain(a) !== '' && plain(a) === plain(b)
  })
}
