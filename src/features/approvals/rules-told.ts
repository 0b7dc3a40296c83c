/** What a list says of an approval that is stuck: of which part of the plan, and who has not approved. Pure. */
import { formatDateRange } from '../../platform/i18n/format.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { apprenticeship, trainingAgreement } from '../plans/rules-law.ts'
import { en } from './i18n/en-tasks.ts'
import { fi } from './i18n/fi-tasks.ts'
import { sv } from './i18n/sv-tasks.ts'

const texts = { fi, sv, en }

export interface AskedPart {
  /** `path`, `support`, or a period's own name behind a colon. */
  readonly part: string
  readonly party: string
}

export interface StuckPart extends AskedPart {
  readonly state: 'asked' | 'declined'
  /** Turvakielto: only that something is stuck. */
  readonly masked: boolean
  /** Of a workplace period that the plan has today. */
  readonly method_code: string | null
  readonly starts_on: string | null
  readonly ends_on: string | null
}

/** The kind of a part, without what names one period. */
export const kindOf = (part: string): string => part.replace(/:.*$/s, '')

interface Told {
  readonly reason: 'declined' | 'waiting' | 'declined-told' | 'waiting-told'
  readonly part?: string
  readonly party?: string
}

export function toldOf(stuck: StuckPart, language: Language): Told {
  const reason = stuck.state === 'declined' ? 'declined' : 'waiting'
  const { parties } = texts[language]
  if (stuck.masked || !Object.hasOwn(parties, stuck.party)) return { reason }
  const party = parties[stuck.party as keyof typeof parties]
  return { reason: `${reason}-told`, part: partWords(stuck, language), party }
}

function partWords({ ends_on, method_code, part, starts_on }: StuckPart, language: Language): string {
  const { parts } = texts[language]
  const kind = kindOf(part)
  if (kind === 'path' || kind === 'support') return parts[kind]
  const method = method_code?.toLowerCase()
  const name =
    method === trainingAgreement
      ? parts['training-agreement']
      : method === apprenticeship
        ? parts.apprenticeship
        : parts.period
  return starts_on === null ? name : `${name} ${formatDateRange(starts_on, ends_on ?? undefined, language)}`
}
