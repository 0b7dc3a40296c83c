import type { ShownFinding } from './api.ts'

/** Findings of one block: those about a field of it, and those about the block itself. */
export interface Placement {
  readonly own: readonly ShownFinding[]
  readonly byField: (keys: readonly string[]) => readonly ShownFinding[]
}

/** Names of lists inside a block that draw their own members, with the number of members drawn. */
export type Inner = Readonly<Record<string, number>>

export interface Block {
  /** Keys that the block draws as fields. */
  readonly fields: readonly string[]
  readonly inner?: Inner
  /** Lists inside whose head is drawn elsewhere too, so that findings about the whole list are not the block's. */
  readonly headed?: readonly string[]
}

/**
 * What is missing has no place of its own, so the rules point at the part that lacks it. The pages show such a finding
 * beside the line where the missing thing would stand.
 */
const fieldOfMissing: Readonly<Record<string, string>> = {
  'part-time-share-missing': 'partTimeShare',
  'period-identifier-missing': 'identifier',
  'workplace-details-missing': 'workplace',
  'apprenticeship-basis-missing': 'apprenticeshipBasisCode',
  'period-ends-before-start': 'end',
  'period-too-long': 'end',
  'period-starts-before-study-right': 'start',
  'period-ends-after-study-right': 'end',
}

/**
 * Shares the findings at or under `pointer` so that each is drawn exactly once: beside its field, by the inner block
 * that holds it, or, when neither knows it, at the block itself.
 */
export function placeFindings(
  findings: readonly ShownFinding[],
  pointer: string,
  { fields, inner = {}, headed = [] }: Block,
): Placement {
  const own: ShownFinding[] = []
  const fieldFindings = new Map<string, ShownFinding[]>()
  for (const finding of findings) {
    const rest = below(finding.pointer, pointer)
    if (rest === undefined) continue
    const [key = fieldOfMissing[finding.code] ?? '', index] = rest
    if (fields.includes(key)) fieldFindings.set(key, [...(fieldFindings.get(key) ?? []), finding])
    else if (index === undefined ? !headed.includes(key) : !isDrawn(inner, key, index)) own.push(finding)
  }
  return { own, byField: keys => keys.flatMap(key => fieldFindings.get(key) ?? []) }
}

function isDrawn(inner: Inner, key: string, index: string): boolean {
  const drawn = Object.hasOwn(inner, key) ? (inner[key] ?? 0) : 0
  return /^\d+$/.test(index) && Number(index) < drawn
}

/** The unescaped steps from one pointer to another that stands at it or under it; undefined when it does not. */
function below(pointer: string, base: string): readonly string[] | undefined {
  if (pointer === base) return []
  return pointer.startsWith(`${base}/`) ? steps(pointer.slice(base.length)) : undefined
}

/** The steps of an RFC 6901 pointer. */
export function steps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Errors before warnings before notices; within these the order of the server. */
export function bySeverity(findings: readonly ShownFinding[]): readonly ShownFinding[] {
  const rank = { error: 0, warning: 1, info: 2 }
  return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity])
}

/** The pointer of a member of a list inside a part. */
export function memberPointer(part: string, list: string, index: number): string {
  return `${part}/${list}/${index}`
}

/** The finding at the field that would hold what is missing, for forms, where that field can be filled in. */
export function placeOfFinding(finding: ShownFinding): ShownFinding {
  // The sum of points has no place of its own; forms mend it where units are added.
  if (finding.code.startsWith('points-')) return { ...finding, pointer: '/vocationalUnits' }
  const field = Object.hasOwn(fieldOfMissing, finding.code) ? fieldOfMissing[finding.code] : undefined
  if (field === undefined || finding.pointer.endsWith(`/${field}`)) return finding
  return { ...finding, pointer: `${finding.pointer}/${field}` }
}
