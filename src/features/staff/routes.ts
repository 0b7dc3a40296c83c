import { whoMay } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { templateRoutes } from '../../platform/csv/template-routes.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { staffAccess } from './access.ts'
import { StaffList } from './contract.ts'
import { staffColumns } from './contract-register.ts'
import { listStaff } from './queries.ts'
import { staffName } from './rules.ts'

export function staffRoutes(): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/staff',
      tag: 'staff',
      summary: 'Colleagues of the provider in order of their names, to choose a teacher by',
      answers: { 200: StaffList },
      access: whoMay(staffAccess.list),
      audit: notAudited('Colleagues see each other at work; nothing of a student is shown'),
      transaction: 'read',
      handle: async ({ actor }, transaction) => {
        const rows = await listStaff(transaction)
        const items = rows.map(row => ({
          id: row.id,
          name: staffName(row),
          staffNumber: row.staff_number,
          me: actor.kind === 'person' && row.person_id === actor.id,
        }))
        return { body: { items } }
      },
    }),
    ...templateRoutes({ kind: 'staff', columns: staffColumns, access: whoMay(staffAccess.import) }),
  ]
}
