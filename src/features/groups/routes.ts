import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { staffName } from '../staff/rules.ts'
import { groupAccess } from './access.ts'
import { groupChangedYear, groupHandedOver, groupsListed, studentMoved } from './audit.ts'
import { GroupCode, GroupList, type GroupRow, Handover, Moved, YearChange, YearChanged } from './contract.ts'
import { type GroupListRow, listGroups } from './queries.ts'
import { changeYear, handOver } from './service-move.ts'

export function groupRoutes(): Endpoint[] {
  return [list(), handover(), yearChange()]
}

const pageAtMost = 500

function list(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/groups',
    tag: 'groups',
    summary: 'Groups in order of their codes, with teacher and students counted by the state of their plans',
    query: Type.Object({
      mine: Type.Optional(Type.Boolean()),
      ended: Type.Optional(Type.Boolean()),
      after: Type.Optional(Type.String({ maxLength: 60 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: pageAtMost })),
    }),
    answers: { 200: GroupList },
    access: whoMay(groupAccess.list),
    audit: audited(groupsListed),
    transaction: 'read',
    handle: async ({ query, actor, audit, today }, transaction) => {
      const limit = query.limit ?? 100
      const asked = { mine: query.mine === true, ended: query.ended === true, after: query.after }
      const rows = await listGroups(transaction, actor, today, { ...asked, limit: limit + 1 })
      const items = rows.slice(0, limit)
      await record(transaction, audit, groupsListed, { details: { groups: items.length } })
      const last = rows.length > limit ? items.at(-1) : undefined
      const permittedActions = groupAccess['change-year'].mayEver(actor) ? ['change-year'] : []
      return {
        body: {
          items: items.map(row => shown(row, actor)),
          ...(last ? { next: last.code } : {}),
          permittedActions,
        },
      }
    },
  })
}

function shown(row: GroupListRow, actor: Actor): GroupRow {
  const teacher = { given_names: row.teacher_given_names, family_name: row.teacher_family_name }
  const may = groupAccess['hand-over'].may(actor, { teacherPersonId: row.teacher_person_id })
  return {
    code: row.code,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.teacher_id === null ? {} : { teacher: { id: row.teacher_id, name: staffName(teacher) } }),
    mine: actor.kind === 'person' && row.teacher_person_id === actor.id,
    students: row.students,
    plans: { none: row.none, errors: row.errors, warnings: row.warnings, fine: row.fine },
    ...(row.ends_on === null ? {} : { endsOn: row.ends_on }),
    ...(row.continues_as === null ? {} : { continuesAs: row.continues_as }),
    version: row.version,
    permittedActions: may && row.ends_on === null ? ['hand-over'] : [],
  }
}

function handover(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/groups/{code}/handover',
    tag: 'groups',
    summary: 'Give a group to another teacher, with its students; 409 when it has changed since it was read',
    params: Type.Object({ code: GroupCode }),
    body: Handover,
    answers: { 200: Moved },
    access: whoMay(groupAccess['hand-over']),
    audit: audited(groupHandedOver, studentMoved),
    transaction: 'write',
    handle: async ({ params, body, audit, today }, transaction) => ({
      body: { students: await handOver({ transaction, audit, today }, params.code, body) },
    }),
  })
}

function yearChange(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/groups/year-change',
    tag: 'groups',
    summary:
      'Change of year: each group goes on under a code and with a teacher, or ends; all of it or nothing',
    body: YearChange,
    answers: { 200: YearChanged },
    access: whoMay(groupAccess['change-year']),
    audit: audited(groupChangedYear, studentMoved),
    transaction: 'write',
    handle: async ({ body, audit, today }, transaction) => ({
      body: await changeYear({ transaction, audit, today }, body.rows),
    }),
  })
}
