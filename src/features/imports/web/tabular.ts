import type { ImportKind } from '../contract.ts'

/** Files of rows and columns, which a spreadsheet opens. */
/** Where the importer may tell that nothing is missing; the others tell it by themselves, or never hold all. */
export const mayBeWhole = (kind: ImportKind): boolean => kind === 'koski' || isTabular(kind)

export const isTabular = (kind: ImportKind): kind is 'students' | 'staff' =>
  kind === 'students' || kind === 'staff'
