import { Type } from 'typebox'
import type { RouteAccess } from '../access/access.ts'
import { notAudited } from '../audit/audit.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { isLanguage } from '../i18n/language.ts'
import type { Column } from './columns.ts'
import { aboutColumns, templateOf } from './template.ts'

const query = Type.Object({ language: Type.Optional(Type.Enum(['fi', 'sv', 'en'])) })
const audit = notAudited("The columns of a file are no one's data, and its example is invented")
const text = Type.String()
const about = Type.Object(
  { key: text, heading: text, required: Type.Boolean(), content: text, example: text },
  { additionalProperties: false },
)
const FileColumns = Type.Object({ items: Type.Array(about) }, { additionalProperties: false })

interface DocumentedFile {
  /** As in the address and the name of the file. */
  readonly kind: string
  readonly columns: readonly Column[]
  readonly access: RouteAccess
}

/** The template of a documented file, to download, and its description. */
export function templateRoutes({ access, columns, kind }: DocumentedFile): Endpoint[] {
  const shared = { method: 'GET', tag: 'imports', query, access, audit, transaction: 'none' } as const
  return [
    endpoint({
      ...shared,
      path: `/api/imports/templates/${kind}`,
      summary: `The file of ${kind} with its headings and one invented row`,
      answers: { 200: Type.String({ contentMediaType: 'text/csv' }) },
      handle: ({ query: { language: asked }, language }) => {
        const chosen = isLanguage(asked) ? asked : language
        const headers = {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${kind}-template.csv"`,
          'content-language': chosen,
        }
        return Promise.resolve({ body: templateOf(columns, chosen), headers })
      },
    }),
    endpoint({
      ...shared,
      path: `/api/imports/templates/${kind}/columns`,
      summary: `The columns of the file of ${kind}: heading, whether it is required, what it holds, an example`,
      answers: { 200: FileColumns },
      handle: ({ query: { language: asked }, language }) =>
        Promise.resolve({ body: { items: aboutColumns(columns, isLanguage(asked) ? asked : language) } }),
    }),
  ]
}
