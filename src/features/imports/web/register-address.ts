import type { ImportKind } from '../contract.ts'

/** The page of the register from which a kind comes. Plans are kept by a service that has another name. */
export const placeOfKind = (kind: ImportKind): string =>
  `/administration/registers/${kind === 'hoks' ? 'ehoks' : kind}`
