import type { Reading } from '../features/imports/contract.ts'
import type { ImportContext, ImportDefinition, StoredRows } from '../features/imports/contract-definition.ts'
import type { Qualification } from '../features/qualifications/contract.ts'
import type { QualificationTexts } from '../features/qualifications/contract-texts.ts'
import { saveQualification, saveTexts } from '../features/qualifications/public.ts'
import { readQualification } from '../integrations/eperusteet/codec.ts'
import { readTexts } from '../integrations/eperusteet/codec-texts.ts'
import type { WriteTransaction } from '../platform/db/door.ts'
import { documentDefinition } from './import-documents.ts'

export interface WholeQualification {
  readonly qualification: Qualification
  readonly texts: QualificationTexts
}

/** Qualification requirements of ePerusteet, one in each document, with the texts of their units. */
export function qualificationDefinition(): ImportDefinition<WholeQualification> {
  return documentDefinition({
    owner: 'installation',
    read: readWhole,
    save: saveWhole,
    refusedAlone: new Set(['no-diary-number']),
  })
}

function readWhole(json: unknown): Reading<WholeQualification> {
  const reading = readQualification(json)
  return reading.ok
    ? { ...reading, value: { qualification: reading.value, texts: readTexts(json) } }
    : reading
}

/** The qualification and each unit is a row; texts belong to these. */
async function saveWhole(
  transaction: WriteTransaction,
  { qualification, texts }: WholeQualification,
  { audit }: ImportContext,
): Promise<StoredRows> {
  const { read, vanished, written } = await saveQualification(transaction, qualification, audit.now)
  const changedTexts = await saveTexts(transaction, qualification, texts)
  return { read, vanished, written: Math.min(read, Math.max(written, changedTexts)) }
}
