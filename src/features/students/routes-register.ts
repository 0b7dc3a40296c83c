import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { aboutColumns, templateOf } from '../../platform/csv/template.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { isLanguage } from '../../platform/i18n/language.ts'
import { studentAccess } from './access.ts'
import { FileColumns } from './contract.ts'
import { studentColumns } from './contract-register.ts'

const query = Type.Object({ language: Type.Optional(Type.Enum(['fi', 'sv', 'en'])) })
const audit = notAudited("The columns of a file are no one's data, and its example is invented")

export function studentRegisterRoutes(): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/imports/templates/students',
      tag: 'imports',
      summary: "The students' file with its headings and one invented row",
      query,
      answers: { 200: Type.String({ contentMediaType: 'text/csv' }) },
      access: whoMay(studentAccess.import),
      audit,
      transaction: 'none',
      handle: ({ query: { language: asked }, language }) => {
        const chosen = isLanguage(asked) ? asked : language
        return Promise.resolve({
          body: templateOf(studentColumns, chosen),
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': 'attachment; filename="students-template.csv"',
            'content-language': chosen,
          },
        })
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/imports/templates/students/columns',
      tag: 'imports',
      summary:
        "The columns of the students' file: heading, whether it is required, what it holds, an example",
      query,
      answers: { 200: FileColumns },
      access: whoMay(studentAccess.import),
      audit,
      transaction: 'none',
      handle: ({ query: { language: asked }, language }) =>
        Promise.resolve({
          body: { items: aboutColumns(studentColumns, isLanguage(asked) ? asked : language) },
        }),
    }),
  ]
}
