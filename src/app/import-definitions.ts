import { saveCodeSet } from '../features/codes/public.ts'
import type { ImportKind } from '../features/imports/contract.ts'
import type { ImportDefinition } from '../features/imports/contract-definition.ts'
import { readCodeSet } from '../integrations/koodisto/codec.ts'
import { documentDefinition } from './import-documents.ts'
import { hoksDefinition } from './import-hoks.ts'
import { organisationsDefinition } from './import-organisations.ts'
import { qualificationDefinition } from './import-qualifications.ts'
import { staffFile } from './import-staff-file.ts'
import { studentFile } from './import-student-file.ts'
import { studyRightsDefinition } from './import-study-rights.ts'
import type { ImportSurroundings } from './import-surroundings.ts'

/** The one list of what can be brought in. */
export function importDefinitions(
  around: ImportSurroundings,
): Readonly<Partial<Record<ImportKind, ImportDefinition>>> {
  return {
    eperusteet: qualificationDefinition(),
    koodisto: documentDefinition({
      owner: 'installation',
      // A file of Koodisto does not tell its day; the day of the import stands for it.
      read: (json, today) => readCodeSet(json, { name: 'Koodisto', date: today }),
      save: (transaction, value, { audit }) => saveCodeSet(transaction, value, audit.now),
    }),
    organisaatio: organisationsDefinition,
    koski: studyRightsDefinition(around),
    hoks: hoksDefinition(around),
    students: studentFile,
    staff: staffFile(around.issuer),
  }
}
