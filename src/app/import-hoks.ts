import type { Refusal } from '../features/imports/contract.ts'
import type {
  ImportContext,
  ImportDefinition,
  InputDocument,
  InputRecord,
  StorableRecord,
  StoredRows,
} from '../features/imports/contract-definition.ts'
import type { FindingParams } from '../features/plans/contract.ts'
import { type IncomingPlan, importPlans, type RegisterContext } from '../features/plans/public.ts'
import { formFaults } from '../integrations/ehoks/form.ts'
import { toEnglishPointer } from '../integrations/ehoks/pointers.ts'
import { readNational, type Validated } from '../integrations/ehoks/validate.ts'
import type { WriteTransaction } from '../platform/db/door.ts'
import { isUuid } from '../platform/ids.ts'
import { recordAt } from '../platform/json/look.ts'
import { elementsOf, examineElements } from './import-elements.ts'
import type { ImportSurroundings } from './import-surroundings.ts'
import { mastersOf } from './masters.ts'

interface IncomingHoks {
  readonly incoming: IncomingPlan
  /** Pointers of members of a newer schema, into the document. */
  readonly kept: readonly string[]
}

/**
 * HOKSes in the national form, one or a list in each document. Faults of form are refused with their places; a plan that
 * only breaks a rule is stored with its findings. What a newer schema brings is kept and told. `new` leaves plans that
 * are there already as they are.
 */
export function hoksDefinition(
  around: ImportSurroundings,
  which: 'all' | 'new' = 'all',
): ImportDefinition<IncomingHoks> {
  return {
    owner: 'provider',
    batch: 50,
    examine: documents => examineElements(documents, looksLikeHoks, 'not-hoks'),
    records: readHoks,
    store: (transaction, records, context) => storeHoks(transaction, records, context, around, which),
  }
}

async function* readHoks(
  documents: readonly InputDocument[],
  from: number,
): AsyncGenerator<InputRecord<IncomingHoks>> {
  for await (const { document, pointer, value } of elementsOf(documents, from))
    yield { document, ...recordOf(value, pointer) }
}

type Read = InputRecord<IncomingHoks> extends infer R ? (R extends R ? Omit<R, 'document'> : never) : never

function recordOf(item: unknown, pointer: string): Read {
  const reading = readNational(item)
  const { plan, unknown } = reading
  if (plan === undefined) return { ok: false, pointer, refused: faultsOf(reading, pointer) }
  const { eid, id: hoksId, studentOid, studyRightOid } = plan
  if (studentOid === undefined || studyRightOid === undefined) {
    return { ok: false, pointer, refused: [{ pointer, code: 'not-hoks' }] }
  }
  const foreign = foreignIds(hoksId, eid, pointer)
  if (foreign.length > 0) return { ok: false, pointer, refused: foreign }
  const unknownMembers = unknown.map(member => ({ ...member, pointer: toEnglishPointer(member.pointer) }))
  const incoming = { plan: { ...plan, studentOid, studyRightOid }, hoksId, eid, unknownMembers }
  return { ok: true, pointer, value: { incoming, kept: unknown.map(member => pointer + member.pointer) } }
}

function looksLikeHoks(item: unknown): boolean {
  const record = recordAt(item)
  return record?.['ensikertainen-hyvaksyminen'] !== undefined || record?.['opiskeluoikeus-oid'] !== undefined
}

const largestId = 2_147_483_647

/** Ids that no plan can have: the national form says less of them than the registers keep. */
function foreignIds(id: number | undefined, eid: string | undefined, pointer: string): Refusal[] {
  const goodId = id === undefined || (Number.isInteger(id) && id >= 1 && id <= largestId)
  const goodEid = eid === undefined || isUuid(eid)
  return [
    ...(goodId ? [] : [{ pointer: `${pointer}/id`, code: 'bad-id' }]),
    ...(goodEid ? [] : [{ pointer: `${pointer}/eid`, code: 'bad-eid' }]),
  ]
}

function faultsOf({ findings }: Pick<Validated, 'findings'>, pointer: string): Refusal[] {
  const errors = findings.filter(finding => finding.severity === 'error')
  return errors.map(error => ({
    pointer: `${pointer}${error.pointer}`,
    code: 'plan-fault',
    params: { ...texts(error.params), finding: error.code },
  }))
}

function texts(params: FindingParams = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]))
}

async function storeHoks(
  transaction: WriteTransaction,
  records: readonly StorableRecord<IncomingHoks>[],
  context: ImportContext,
  around: ImportSurroundings,
  which: 'all' | 'new',
): Promise<StoredRows> {
  const saving = await savingContext(transaction, context, around)
  const outcomes = await importPlans(
    saving,
    records.map(record => record.value.incoming),
    which,
  )
  const refused: Refusal[] = []
  const kept: string[] = []
  let written = 0
  for (const [at, { pointer, value }] of records.entries()) {
    const imported = outcomes[at]
    if (imported?.outcome === 'refused') {
      refused.push({ pointer, code: 'not-saved', params: { reason: imported.code } })
      continue
    }
    if (imported?.outcome !== 'unchanged') written += 1
    kept.push(...value.kept)
  }
  return { read: records.length - refused.length, written, refused, kept }
}

/** What saving plans is given in an import. */
export async function savingContext(
  transaction: WriteTransaction,
  { audit, today }: Pick<ImportContext, 'audit' | 'today'>,
  { jobs, referenceFor }: Pick<ImportSurroundings, 'jobs' | 'referenceFor'>,
): Promise<RegisterContext> {
  return {
    ...{ transaction, audit, today, jobs, formFaults },
    referenceFor: await referenceFor(),
    masterOf: await mastersOf(transaction),
  }
}
