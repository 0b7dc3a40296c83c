import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { aboutColumns, templateOf } from '../../platform/csv/template.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { isLanguage } from '../../platform/i18n/language.ts'
import { FileColumns } from '../students/contract.ts'
import { staffAccess } from './access.ts'
import { StaffList } from './contract.ts'
import { staffColumns } from './contract-register.ts'
import { listStaff } from './queries.ts'
import { staffName } from './rules.ts'

const query = Type.Object({ language: Type.Optional(Type.Enum(['fi', 'sv', 'en'])) })
const audit = notAudited("The columns of a file are no one's data, and its example is invented")

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
    endpoint({
      method: 'GET',
      path: '/api/imports/templates/staff',
      tag: 'imports',
      summary: "The staff's file with its headings and one invented row",
      query,
      answers: { 200: Type.String({ contentMediaType: 'text/csv' }) },
      access: whoMay(staffAccess.import),
      audit,
      transaction: 'none',
      handle: ({ query: { language: asked }, language }) => {
        const chosen = isLanguage(asked) ? asked : language
        return Promise.resolve({
          body: templateOf(staffColumns, chosen),
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': 'attachment; filename="staff-template.csv"',
            'content-language': chosen,
          },
        })
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/imports/templates/staff/columns',
      tag: 'imports',
      summary: "The columns of the staff's file: heading, whether it is required, what it holds, an example",
      query,
      answers: { 200: FileColumns },
      access: whoMay(staffAccess.import),
      audit,
      transaction: 'none',
      handle: ({ query: { language: asked }, language }) =>
        Promise.resolve({
          body: { items: aboutColumns(staffColumns, isLanguage(asked) ? asked : language) },
        }),
    }),
  ]
}
