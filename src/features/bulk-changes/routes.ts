import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { type AuditContext, audited, notAudited, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { planRead, planSaved, readPlans } from '../plans/public.ts'
import { bulkAccess } from './access.ts'
import { bulkMade, bulkSelection, bulkUndone } from './audit.ts'
import {
  BulkList,
  BulkMade,
  BulkPreview,
  BulkQuestion,
  NewBulkChange,
  Selectable,
  SomePlans,
  Undo,
  Undone,
  UndoPreview,
} from './contract.ts'
import { listChanges, type OwnerRow, ownersInGroup, ownersOf } from './queries.ts'
import { makeChange, previewChange } from './service.ts'
import { selectableOf } from './service-selection.ts'
import { previewUndo, undoChange } from './service-undo.ts'
import { type BulkDependencies, changeRow } from './service-words.ts'

const tag = 'bulk-changes'
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function bulkChangeRoutes(dependencies: BulkDependencies): Endpoint[] {
  return [
    list(dependencies),
    selection(dependencies),
    chosen(dependencies),
    preview(dependencies),
    make(dependencies),
    undoPreview(dependencies),
    undo(dependencies),
  ]
}

function list(dependencies: BulkDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/bulk-changes',
    tag,
    summary: 'Changes made to many plans at once, the newest first',
    answers: { 200: BulkList },
    access: whoMay(bulkAccess.read),
    audit: notAudited('It tells what was done to how many plans, and of no student'),
    transaction: 'read',
    handle: async ({ language }, transaction) => {
      const rows = await listChanges(transaction, 200)
      return { body: { items: rows.map(row => changeRow(row, { ...dependencies, language })) } }
    },
  })
}

function selection(dependencies: BulkDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/bulk-changes/selection',
    tag,
    summary: "A group's plans to choose from, and the units that stand in them",
    query: Type.Object({ group: Type.String({ minLength: 1, maxLength: 60 }) }),
    answers: { 200: Selectable },
    access: whoMay(bulkAccess.make),
    audit: audited(bulkSelection),
    transaction: 'read',
    handle: async ({ query: { group }, actor, audit, today }, transaction) => {
      const owners = await ownersInGroup(transaction, actor, today, group)
      return { body: await toldSelection({ audit, transaction }, owners, dependencies) }
    },
  })
}

function chosen(dependencies: BulkDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/bulk-changes/selection',
    tag,
    summary: 'Plans that were chosen across groups, and the units that stand in them; nothing is stored',
    body: SomePlans,
    answers: { 200: Selectable },
    access: whoMay(bulkAccess.make),
    audit: audited(bulkSelection),
    transaction: 'read',
    handle: async ({ body: { planIds }, actor, audit, today }, transaction) => {
      const owners = await ownersOf(transaction, actor, today, planIds)
      return { body: await toldSelection({ audit, transaction }, owners, dependencies) }
    },
  })
}

/** To choose from, with whose plans were shown. */
async function toldSelection(
  { audit, transaction }: { readonly audit: AuditContext; readonly transaction: ReadTransaction },
  owners: readonly OwnerRow[],
  dependencies: BulkDependencies,
): Promise<Selectable> {
  const plans = await readPlans(
    transaction,
    owners.map(owner => owner.plan_id),
  )
  const events = owners.map(owner => ({
    targetId: owner.plan_id,
    studentId: owner.student_id,
    details: { plans: owners.length },
  }))
  await record(transaction, audit, bulkSelection, events)
  return selectableOf(owners, plans, dependencies)
}

function preview(dependencies: BulkDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/bulk-changes/preview',
    tag,
    summary: 'What a change would do to each plan, in words; nothing is stored',
    body: BulkQuestion,
    answers: { 200: BulkPreview },
    access: whoMay(bulkAccess.make),
    audit: audited(planRead),
    transaction: 'read',
    handle: async ({ body: { operation, planIds }, audit, language, today }, transaction) => ({
      body: await previewChange({ audit, transaction }, planIds, operation, {
        ...dependencies,
        language,
        today,
      }),
    }),
  })
}

function make(dependencies: BulkDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/bulk-changes',
    tag,
    summary: 'Make a change to many plans, one version each; all of them or none',
    body: NewBulkChange,
    answers: { 201: BulkMade },
    access: whoMay(bulkAccess.make),
    audit: audited(bulkMade, planSaved),
    transaction: 'write',
    handle: async ({ body, audit, language, today }, transaction) => ({
      status: 201,
      body: await makeChange({ audit, transaction }, body, { ...dependencies, language, today }),
    }),
  })
}

function undoPreview(dependencies: BulkDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/bulk-changes/{id}/undo',
    tag,
    summary: 'What undoing a change would do to each plan; nothing is stored',
    params,
    answers: { 200: UndoPreview },
    access: whoMay(bulkAccess.make),
    audit: audited(planRead),
    transaction: 'read',
    handle: async ({ params: { id }, audit, language, today }, transaction) => ({
      body: await previewUndo({ audit, transaction }, id, { ...dependencies, language, today }),
    }),
  })
}

function undo(dependencies: BulkDependencies): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/bulk-changes/{id}/undo',
    tag,
    summary: 'Undo a change as one; the versions are those that were looked at',
    params,
    body: Undo,
    answers: { 200: Undone },
    access: whoMay(bulkAccess.make),
    audit: audited(bulkUndone, planSaved),
    transaction: 'write',
    handle: async ({ params: { id }, body: { plans }, audit, language, today }, transaction) => ({
      body: await undoChange({ audit, transaction }, id, plans, { ...dependencies, language, today }),
    }),
  })
}
