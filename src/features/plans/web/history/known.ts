import type { CodeNames, Contacts } from '../api.ts'

interface Known {
  readonly names: Readonly<Record<string, CodeNames>>
  readonly contacts: Contacts
}

/** Old versions may name codes and people that the newest one no longer does; of what both know the newest holds. */
export function knownOf(newest: Known, others: readonly Known[]): Known {
  return {
    names: Object.assign({}, ...others.map(({ names }) => names), newest.names),
    contacts: Object.assign({}, ...others.map(({ contacts }) => contacts), newest.contacts),
  }
}
