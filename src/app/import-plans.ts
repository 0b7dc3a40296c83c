import type { Refusal } from '../features/imports/contract.ts'
import type { FindingParams, Plan } from '../features/plans/contract.ts'
import { createPlan, findPlan, type RegisterContext, replaceFromRegister } from '../features/plans/public.ts'
import { formFaults } from '../integrations/ehoks/form.ts'
import { toEnglishPointer } from '../integrations/ehoks/pointers.ts'
import { type Validated, validateNational } from '../integrations/ehoks/validate.ts'
import type { WriteTransaction } from '../platform/db/door.ts'
import { isUuid } from '../platform/ids.ts'
import { recordAt } from '../platform/json/look.ts'
import type { PlainDate } from '../platform/time/plain-date.ts'
import { type StoredRecord, storeRecords } from './import-records.ts'
import { auditOf, type ImportRun, type Prepared } from './import-run.ts'
import { mastersOf } from './masters.ts'
import { planReferences } from './references.ts'

type WholePlan = Plan & { readonly studyRightOid: string; readonly studentOid: string }

interface Found {
  readonly pointer: string
  readonly plan: WholePlan
  readonly unknown: Validated['unknown']
}

/**
 * One HOKS or a list of them, in the national form. Faults of form are refused with their places; a plan that only
 * breaks a rule is stored with its findings. What a newer schema brings is kept and told. `new` leaves plans that are
 * there already as they are.
 */
export function preparePlans(json: unknown, today: PlainDate, which: 'all' | 'new' = 'all'): Prepared {
  const items = Array.isArray(json) ? json : [json]
  const refused: Refusal[] = []
  const found: Found[] = []
  if (!items.some(looksLikePlan)) return { ok: false, refusal: { pointer: '', code: 'not-hoks' } }
  for (const [index, item] of items.entries()) {
    const pointer = Array.isArray(json) ? `/${index}` : ''
    const reading = validateNational(item, {
      method: 'post',
      keepUnknown: true,
      today,
      studyRight: undefined,
    })
    const { plan, unknown } = reading
    const foreign = plan ? foreignIds(plan, pointer) : []
    if (foreign.length > 0) refused.push(...foreign)
    else if (plan && isWhole(plan)) found.push({ pointer, plan, unknown })
    else refused.push(...faultsOf(reading, pointer))
  }
  return {
    ok: true,
    refused,
    store: (run, finish) => {
      const store = (one: Found) => (transaction: WriteTransaction) => storePlan(transaction, run, one, which)
      return storeRecords(
        run,
        found.map(one => ({ pointer: one.pointer, store: store(one) })),
        finish,
      )
    },
  }
}

function looksLikePlan(item: unknown): boolean {
  const record = recordAt(item)
  return record?.['ensikertainen-hyvaksyminen'] !== undefined || record?.['opiskeluoikeus-oid'] !== undefined
}

function isWhole(plan: Plan): plan is WholePlan {
  return plan.studyRightOid !== undefined && plan.studentOid !== undefined
}

const largestId = 2_147_483_647

/** Ids that no plan can have: the national form says less of them than the registers keep. */
function foreignIds({ id, eid }: Plan, pointer: string): Refusal[] {
  const goodId = id === undefined || (Number.isInteger(id) && id >= 1 && id <= largestId)
  const goodEid = eid === undefined || isUuid(eid)
  return [
    ...(goodId ? [] : [{ pointer: `${pointer}/id`, code: 'bad-id' }]),
    ...(goodEid ? [] : [{ pointer: `${pointer}/eid`, code: 'bad-eid' }]),
  ]
}

function faultsOf({ findings }: Validated, pointer: string): Refusal[] {
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

async function storePlan(
  transaction: WriteTransaction,
  run: ImportRun,
  { plan, pointer, unknown }: Found,
  which: 'all' | 'new',
): Promise<StoredRecord> {
  const context = await contextOf(transaction, run)
  const key = { studyRightOid: plan.studyRightOid }
  const before = await findPlan(transaction, key)
  const unknownMembers = unknown.map(member => ({ ...member, pointer: toEnglishPointer(member.pointer) }))
  const unknownKeys = unknown.map(member => `${pointer}${member.pointer}`)
  if (!before) {
    const { eid, id: hoksId } = plan
    await createPlan(context, { plan, hoksId, eid, unknownMembers }, { studyRightKnown: 'wished' })
    return { read: 1, written: 1, unknownKeys }
  }
  if (which === 'new') return { read: 1, written: 0 }
  const saved = await replaceFromRegister(context, key, { plan, unknownMembers })
  return { read: 1, written: saved.version === before.version ? 0 : 1, unknownKeys }
}

/** What saving a plan is given in an import. */
export async function contextOf(transaction: WriteTransaction, run: ImportRun): Promise<RegisterContext> {
  const reference = await run.reference()
  return {
    transaction,
    audit: auditOf(run),
    today: run.clock.today(),
    jobs: run.jobs,
    referenceFor: planReferences(() => reference).referenceFor,
    formFaults,
    masterOf: await mastersOf(transaction),
  }
}
