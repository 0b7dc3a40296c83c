import type { Reading, Refusal } from '../features/imports/contract.ts'
import type {
  Examined,
  ImportContext,
  ImportDefinition,
  InputDocument,
  InputRecord,
  StoredRows,
} from '../features/imports/contract-definition.ts'
import { saveNames, saveTree, type TreeToSave } from '../features/organisations/public.ts'
import { type OrganisationTreeRead, readHierarchy } from '../integrations/organisaatio/codec.ts'
import { isNameList, type NameListRead, readNameList } from '../integrations/organisaatio/codec-names.ts'
import type { WriteTransaction } from '../platform/db/door.ts'
import { readWhole } from './import-json.ts'

/** An organisation with all that is below it, or the names of one over time. */
type OrganisationRecord =
  | { readonly kind: 'tree'; readonly tree: TreeToSave; readonly names: OrganisationTreeRead['names'] }
  | { readonly kind: 'names'; readonly list: NameListRead }

/** A record is a tree of organisations: it is stored whole, and what it no longer has below its root is marked. */
export const organisationsDefinition: ImportDefinition<OrganisationRecord> = {
  owner: 'installation',
  batch: 1,
  examine: examineOrganisations,
  records: readOrganisations,
  store: async (transaction, records, context) => {
    let sum: Required<Pick<StoredRows, 'read' | 'written' | 'vanished'>> = {
      read: 0,
      written: 0,
      vanished: 0,
    }
    const refused: Refusal[] = []
    for (const { value } of records) {
      const stored =
        value.kind === 'tree'
          ? await storeTree(transaction, value, context)
          : await storeNames(transaction, value.list, refused)
      const { read, vanished, written } = stored
      sum = { read: sum.read + read, written: sum.written + written, vanished: sum.vanished + vanished }
    }
    return { ...sum, refused }
  },
}

async function examineOrganisations(documents: readonly InputDocument[]): Promise<Examined> {
  let total = 0
  for (const document of documents) {
    const reading = await recordsOf(document)
    if (!reading.ok) return { ok: false, document: document.name, refusal: reading.refusal }
    total += reading.value.length
  }
  return { ok: true, total }
}

/** Trees first, whatever the order of the files: names are of organisations that are known. */
async function* readOrganisations(
  documents: readonly InputDocument[],
  from: number,
): AsyncGenerator<InputRecord<OrganisationRecord>> {
  let position = 0
  for (const kind of ['tree', 'names'] as const) {
    for (const document of documents) {
      const reading = await recordsOf(document)
      if (!reading.ok) throw new Error('A document changed after it had been examined')
      for (const [index, { pointer, value }] of reading.value.entries()) {
        if (value.kind !== kind) continue
        position += 1
        if (position <= from) continue
        // What was refused of the document is told with its first record.
        const refused = index === 0 ? { refused: reading.refused } : {}
        yield { document: document.name, pointer, ok: true, value, ...refused }
      }
    }
  }
}

interface Found {
  readonly pointer: string
  readonly value: OrganisationRecord
}

async function recordsOf(document: InputDocument): Promise<Reading<readonly Found[]>> {
  const reading = await readWhole(document)
  if (!reading.ok) return reading
  if (isNameList(reading.json)) {
    const list = readNameList(reading.json, document.name)
    if (!list.ok) return list
    return { ...list, value: [{ pointer: '', value: { kind: 'names', list: list.value } }] }
  }
  const hierarchy = readHierarchy(reading.json)
  if (!hierarchy.ok) return hierarchy
  const { complete, refusedOids, trees } = hierarchy.value
  const value = trees.map(({ names, organisations, pointer, root }): Found => {
    const tree = { root, organisations, refusedOids, complete }
    return { pointer, value: { kind: 'tree', tree, names } }
  })
  return { ...hierarchy, value }
}

async function storeTree(
  transaction: WriteTransaction,
  { names, tree }: Extract<OrganisationRecord, { kind: 'tree' }>,
  { audit, today }: ImportContext,
) {
  const saved = await saveTree(transaction, tree, { now: audit.now, today })
  for (const one of names) await saveNames(transaction, one.oid, one.names)
  return saved
}

async function storeNames(transaction: WriteTransaction, { names, oid }: NameListRead, refused: Refusal[]) {
  const changed = await saveNames(transaction, oid, names)
  if (changed === undefined) {
    refused.push({ pointer: '', code: 'no-organisation', params: { oid } })
    return { read: 0, written: 0, vanished: 0 }
  }
  return { read: 1, written: changed ? 1 : 0, vanished: 0 }
}
