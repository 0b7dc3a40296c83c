import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { instantIn } from '../../platform/time/helsinki.ts'
import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import { auditLogAccess } from './access.ts'
import { ownAuditRead } from './audit.ts'
import { OwnAudit } from './contract.ts'
import { findOwnActs } from './queries.ts'
import { personOf } from './routes.ts'
import { withoutNames } from './rules-own.ts'
import { beginningAfter } from './service.ts'

const [usualDays, rowsAtMost] = [90, 1_000]
const day = Type.Optional(Type.String({ format: 'date' }))

/** What students are told of who has seen their data: roles and days, no names. */
export function ownAuditRoutes(): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/audit/own',
      tag: 'audit-log',
      summary:
        'Who has seen or changed one’s own data, by role and day; the last 90 days unless days are told',
      query: Type.Object({ from: day, to: day }),
      answers: { 200: OwnAudit },
      access: whoMay(auditLogAccess.readOwn),
      audit: audited(ownAuditRead),
      transaction: 'read',
      handle: async ({ query, actor, audit, today }, transaction) => {
        const { id: self, studentId } = personOf(actor)
        if (studentId === undefined) throw new AppError('access.forbidden', 403)
        auditLogAccess.readOwn.demand(actor, { studentId })
        const to = query.to === undefined ? today : plainDateOf(query.to)
        const from = query.from === undefined ? addDays(to, -usualDays) : plainDateOf(query.from)
        const days = { from: instantIn(from, 0), until: beginningAfter(to) }
        const acts = await findOwnActs(transaction, studentId, { self, ...days, limit: rowsAtMost + 1 })
        const more = acts.length > rowsAtMost
        const items = withoutNames(acts.slice(0, rowsAtMost))
        await record(transaction, audit, ownAuditRead, { studentId, details: { rows: items.length } })
        return { body: { items, from, to, more } }
      },
    }),
  ]
}
