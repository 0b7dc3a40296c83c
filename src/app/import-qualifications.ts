import type { Reading, Refusal } from '../features/imports/contract.ts'
import type {
  Examined,
  ImportContext,
  ImportDefinition,
  InputDocument,
  InputRecord,
  StorableRecord,
  StoredRows,
} from '../features/imports/contract-definition.ts'
import type { Qualification } from '../features/qualifications/contract.ts'
import type { QualificationTexts } from '../features/qualifications/contract-texts.ts'
import { saveQualification, saveTexts } from '../features/qualifications/public.ts'
import { readQualification } from '../integrations/eperusteet/codec.ts'
import { readTexts } from '../integrations/eperusteet/codec-texts.ts'
import type { WriteTransaction } from '../platform/db/door.ts'
import { readJson } from '../platform/json/strict.ts'
import { refusalOf } from './import-json.ts'

export interface WholeQualification {
  readonly qualification: Qualification
  readonly texts: QualificationTexts
}

/** What is a qualification but not one to be taken in: it spoils nothing for the others. */
const recordRefusals: ReadonlySet<string> = new Set(['draft', 'no-diary-number'])

/** Qualification requirements of ePerusteet, one in each document, with the texts of their units. */
export function qualificationDefinition(): ImportDefinition<WholeQualification> {
  const read = rememberingLast(readDocument)
  return {
    owner: 'installation',
    // A document is megabytes, and one qualification is whole or not there.
    batch: 1,
    examine: documents => examine(documents, read),
    records: (documents, from) => records(documents, from, read),
    store: storeQualifications,
  }
}

type Read = (document: InputDocument) => Promise<Reading<WholeQualification>>

/** A run of one document examines it and stores it: then it is read once. No more than one is held. */
function rememberingLast(readNow: Read): Read {
  let last:
    | { readonly document: InputDocument; readonly reading: Promise<Reading<WholeQualification>> }
    | undefined
  return document => {
    if (last?.document === document) {
      const { reading } = last
      last = undefined
      return reading
    }
    last = { document, reading: readNow(document) }
    return last.reading
  }
}

async function readDocument(document: InputDocument): Promise<Reading<WholeQualification>> {
  const pieces: Uint8Array[] = []
  for await (const piece of document.bytes()) pieces.push(piece)
  const json = readJson(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces))
  if (!json.ok) return { ok: false, refusal: refusalOf(json.problem) }
  const reading = readQualification(json.value)
  if (!reading.ok) return reading
  const value = { qualification: reading.value, texts: readTexts(json.value) }
  return { ok: true, value, refused: reading.refused }
}

async function examine(documents: readonly InputDocument[], read: Read): Promise<Examined> {
  let spoilt: { document: string; refusal: Refusal } | undefined
  let good = 0
  for (const document of documents) {
    const reading = await read(document)
    if (reading.ok) good += 1
    else {
      const refused = { document: document.name, refusal: reading.refusal }
      if (!recordRefusals.has(reading.refusal.code)) return { ok: false, ...refused }
      spoilt ??= refused
    }
  }
  return good === 0 && spoilt ? { ok: false, ...spoilt } : { ok: true, total: documents.length }
}

async function* records(
  documents: readonly InputDocument[],
  from: number,
  read: Read,
): AsyncGenerator<InputRecord<WholeQualification>> {
  for (const document of documents.slice(from)) {
    const reading = await read(document)
    const at = { document: document.name, pointer: '' }
    yield reading.ok
      ? { ...at, ok: true, value: reading.value, refused: reading.refused }
      : { ...at, ok: false, refused: [reading.refusal] }
  }
}

/** A qualification, each unit and each text is a row. */
async function storeQualifications(
  transaction: WriteTransaction,
  stored: readonly StorableRecord<WholeQualification>[],
  { audit }: ImportContext,
): Promise<StoredRows> {
  const sum = { read: 0, written: 0, vanished: 0 }
  for (const { value } of stored) {
    const { qualification, texts } = value
    const counts = await saveQualification(transaction, qualification, audit.now)
    sum.read += counts.read + texts.units.size + texts.scales.size + 1
    sum.written += counts.written + (await saveTexts(transaction, qualification, texts))
    sum.vanished += counts.vanished
  }
  return sum
}
