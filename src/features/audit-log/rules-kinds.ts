import type { AuditKind } from './contract.ts'

const verbs: Readonly<Record<'seen' | 'taken', RegExp>> = {
  seen: /\.(read|list|see|search|consult|reveal|view|show)(-|$)/,
  taken: /\.(export|download|print|package|take-out)(-|$)|^(documents|records)\.take/,
}

/** What an action does to data, by its verb; coming and going of people is none of them. */
export function kindOf(action: string): AuditKind | 'other' {
  if (action.startsWith('sessions.')) return 'other'
  if (verbs.seen.test(action)) return 'seen'
  return verbs.taken.test(action) ? 'taken' : 'changed'
}

/** The actions of a kind among those that are known. */
export const actionsOf = (kind: AuditKind, known: readonly string[]): string[] =>
  known.filter(action => kindOf(action) === kind)
