import type { OpenApi, Operation } from '../../platform/http/openapi.ts'
import { type Language, languageNames, languages } from '../../platform/i18n/language.ts'
import { type Translate, translator } from '../../platform/i18n/texts.ts'
import { en } from './i18n/en.ts'
import { fi } from './i18n/fi.ts'
import { sv } from './i18n/sv.ts'
import { type Html, html } from './page-html.ts'
import { kindOf, shapeSection } from './page-shapes.ts'
import { style } from './page-style.ts'

type Text = Translate<typeof fi>

interface Listed {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

/** The interface as a page that reads without scripts: by noun, each call with who may and what it takes. */
export function documentationPage(document: OpenApi, language: Language): string {
  const text = translator({ fi, sv, en }, language)
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const nouns = document.tags.map(({ name }) => ({
    name,
    calls: all.filter(({ operation }) => operation.tags.includes(name)),
  }))
  const shapes = Object.entries(document.components.schemas ?? {})
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text('title')}</title>${style}</head><body>
<header><nav aria-label="${text('language')}"><ul>${languages.map(other => languageLink(other, language))}</ul></nav></header>
<main><h1>${text('title')}</h1><p>${text('lead')}</p>
<p><a href="/api/openapi.json">${text('document')}</a></p>
<nav aria-label="${text('nouns')}"><ul>${nouns.map(
    ({ name, calls }) =>
      html`<li><a href="#noun-${name}">${name}</a> (${text('endpoints', { count: calls.length })})</li>`,
  )}<li><a href="#shapes">${text('shapes')}</a></li></ul></nav>
${nouns.map(
  ({
    name,
    calls,
  }) => html`<section aria-labelledby="noun-${name}"><h2 id="noun-${name}" lang="en">${name}</h2>
${calls.map(call => callSection(call, text))}</section>`,
)}
<section aria-labelledby="shapes"><h2 id="shapes">${text('shapes')}</h2><p>${text('shapesLead')}</p>
${shapes.map(([name, schema]) => shapeSection(name, schema, text))}</section>
</main></body></html>`.text
}

function languageLink(other: Language, current: Language): Html {
  const now = other === current ? html` aria-current="true"` : html``
  return html`<li><a href="?language=${other}" lang="${other}" hreflang="${other}"${now}>${languageNames[other]}</a></li>`
}

function callSection({ path, method, operation }: Listed, text: Text): Html {
  const who = operation['x-who-may'].map(caller => text(`callers.${caller}`)).join(', ')
  const parameters = (operation.parameters ?? []).map(
    parameter =>
      html`<li><code>${String(parameter.name)}</code> (${String(parameter.in)}) ${kindOf(parameter.schema, text)}</li>`,
  )
  return html`<h3 id="${operation.operationId}"><span class="method">${method.toUpperCase()}</span>
<code>${path}</code></h3>
<p lang="en">${operation.summary}</p>
<dl><dt>${text('whoMay')}</dt><dd>${who}</dd>
${parameters.length === 0 ? undefined : html`<dt>${text('parameters')}</dt><dd><ul>${parameters}</ul></dd>`}
${operation.requestBody === undefined ? undefined : html`<dt>${text('body')}</dt><dd>${shapeIn(operation.requestBody, text)}</dd>`}
<dt>${text('answers')}</dt><dd>${answerList(operation, text)}</dd></dl>`
}

/** Each answer of its own shape, then all refusals in one line, as they are alike. */
function answerList({ responses }: Operation, text: Text): Html {
  const all = Object.entries(responses)
  const own = all.filter(([, response]) => response.$ref === undefined)
  const refusals = all.flatMap(([status, { $ref }]) =>
    $ref === undefined || status === 'default' ? [] : [status],
  )
  return html`<ul>${own.map(([status, response]) => html`<li>${status}: ${shapeIn(response, text)}</li>`)}
${refusals.length === 0 ? undefined : html`<li>${refusals.join(', ')}: ${text('problem')}</li>`}</ul>`
}

/** The shape in the content of a body or an answer. */
function shapeIn(holder: unknown, text: Text): Html {
  const { content } = holder as { content?: Record<string, { schema?: unknown }> }
  const [first] = Object.entries(content ?? {})
  if (first === undefined) return html`${text('noContent')}`
  const [mediaType, { schema }] = first
  return html`${kindOf(schema, text)} <small>${mediaType}</small>`
}
