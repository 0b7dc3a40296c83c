import type { EvidenceContent } from './contract.ts'

export type EvidenceFault = { readonly code: 'dates-reversed' | 'starts-later'; readonly pointer: string }

/** What is done or known has begun, and ends after it begins. Days are `YYYY-MM-DD`. */
export function evidenceFault(
  { endsOn, startsOn }: Pick<EvidenceContent, 'startsOn' | 'endsOn'>,
  today: string,
): EvidenceFault | undefined {
  if (startsOn !== undefined && startsOn > today) return { code: 'starts-later', pointer: '/startsOn' }
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn)
    return { code: 'dates-reversed', pointer: '/endsOn' }
  return undefined
}

/** Texts without spaces around them; what is empty is not told at all. */
export function trimmed(content: EvidenceContent): EvidenceContent {
  const { description, organisation, title, ...rest } = content
  const [said, place] = [description?.trim(), organisation?.trim()]
  return {
    ...rest,
    title: title.trim(),
    ...(said ? { description: said } : {}),
    ...(place ? { organisation: place } : {}),
  }
}
