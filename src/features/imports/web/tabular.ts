import type { ImportKind } from '../contract.ts'

/** Files of rows and columns, which a spreadsheet opens. */
export const isTabular = (kind: ImportKind): kind is 'students' | 'staff' =>
  kind === 'students' || kind === 'staff'
