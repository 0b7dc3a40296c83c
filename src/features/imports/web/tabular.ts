import type { ImportKind } from '../contract.ts'

/** Where the importer may tell that nothing is missing; the others tell it by themselves, or never hold all. */
export const mayBeWhole = (kind: ImportKind): boolean => kind === 'koski' || isTabular(kind)

/** Files of rows and columns, which a spreadsheet opens. */
export const isTabular = (kind: ImportKind): kind is 'students' | 'staff' =>
  kind === 'students' || kind === 'staff'

/** Kinds whose every file is one record: how far one is, is counted in files. */
export const isCountedInFiles = (kind: ImportKind): boolean =>
  kind === 'eperusteet' || kind === 'koodisto' || kind === 'organisaatio'
