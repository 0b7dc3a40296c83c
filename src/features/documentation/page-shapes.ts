import type { Schema } from '../../platform/http/openapi-schemas.ts'
import type { Translate } from '../../platform/i18n/texts.ts'
import type { fi } from './i18n/fi.ts'
import { Html, html } from './page-html.ts'

type Text = Translate<typeof fi>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const shapeId = (name: string): string => `shape-${name}`

/** What kind of value a schema asks for, in one line; named shapes as links to their description. */
export function kindOf(schema: unknown, text: Text): Html {
  if (!isSchema(schema)) return html`–`
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.replace('#/components/schemas/', '')
    return html`<a href="#${shapeId(name)}">${name}</a>`
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.type === 'array') return listKind(schema, text)
  const choices = [...listOf(schema.anyOf), ...listOf(schema.enum).map(value => ({ const: value }))]
  if (choices.length > 0) return joined(choices.map(choice => kindOf(choice, text)))
  const limits = ['format', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength'].flatMap(keyword =>
    schema[keyword] === undefined ? [] : [`${keyword} ${String(schema[keyword])}`],
  )
  const kind = typeof schema.type === 'string' ? schema.type : '*'
  const members = isSchema(schema.properties) ? Object.keys(schema.properties).join(', ') : ''
  return html`${kind}${members === '' ? '' : ` {${members}}`}${limits.map(limit => html` <small>${limit}</small>`)}`
}

function listKind(schema: Schema, text: Text): Html {
  const inner = kindOf(schema.items, text)
  const [before = '', after = ''] = text('listOf', { kind: '\u0000' }).split('\u0000')
  return html`${before}${inner}${after}`
}

const joined = (parts: readonly Html[]): Html => new Html(parts.map(part => part.text).join(' | '))

/** Members of a named shape as a table. */
export function shapeSection(name: string, schema: unknown, text: Text): Html {
  const shape = isSchema(schema) ? schema : {}
  const properties = isSchema(shape.properties) ? Object.entries(shape.properties) : []
  const required = listOf(shape.required)
  const rows = properties.map(
    ([member, kind]) => html`<tr><th scope="row"><code>${member}</code></th><td>${kindOf(kind, text)}</td>
<td>${required.includes(member) ? text('yes') : text('no')}</td></tr>`,
  )
  return html`<h3 id="${shapeId(name)}">${name}</h3>
<div class="scroll" role="region" aria-labelledby="${shapeId(name)}" tabindex="0"><table>
<thead><tr><th scope="col">${text('member')}</th><th scope="col">${text('kind')}</th>
<th scope="col">${text('required')}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
