import { describe, expect, it } from 'vitest'
import type { OpenApi } from '../../platform/http/openapi.ts'
import { languages } from '../../platform/i18n/language.ts'
import { documentationPage } from './page.ts'
import { html } from './page-html.ts'

const document: OpenApi = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1', description: 'D' },
  tags: [{ name: 'plans' }],
  paths: {
    '/api/plans/{planId}': {
      put: {
        operationId: 'putPlans',
        tags: ['plans'],
        summary: 'Save <a> plan & check it',
        parameters: [
          { name: 'planId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Plan' } } } },
        responses: {
          '200': {
            content: { 'application/json': { schema: { type: 'array', items: { type: 'integer' } } } },
          },
          '204': {},
          '401': { $ref: '#/components/responses/Refused401' },
          '404': { $ref: '#/components/responses/Refused404' },
        },
        security: [],
        'x-who-may': ['teacher', 'machine'],
      },
    },
  },
  components: {
    schemas: {
      Plan: {
        type: 'object',
        required: ['version'],
        properties: { version: { type: 'integer' }, state: { anyOf: [{ const: 'new' }, { type: 'null' }] } },
      },
    },
  },
}

describe('the page of the interface', () => {
  it.each([
    ['fi', 'opettaja, järjestelmä API-avaimella', 'lista: integer', '1 kutsu'],
    ['sv', 'lärare, system med API-nyckel', 'lista: integer', '1 anrop'],
    ['en', 'teacher, system with an API key', 'list of integer', '1 call'],
  ] as const)('speaks the language of the reader: %s', (language, ...texts) => {
    const page = documentationPage(document, language)
    expect(page).toContain(`<html lang="${language}">`)
    for (const text of texts) expect(page).toContain(text)
  })

  it.each(languages)('has nothing that runs, and every link inside it leads somewhere: %s', language => {
    const page = documentationPage(document, language)
    expect(page).not.toMatch(/<script|\son\w+=|javascript:/i)
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(match => match[1]))
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  it('shows path, parameters, shape and answers of a call', () => {
    const page = documentationPage(document, 'en')
    expect(page).toContain('<code>/api/plans/{planId}</code>')
    expect(page).toContain('<code>planId</code> (path) string <small>format uuid</small>')
    expect(page).toContain('<a href="#shape-Plan">Plan</a>')
    expect(page).toContain('204: no content')
    expect(page).toContain('<li>401, 404: problem (RFC 9457)</li>')
    expect(page).toContain('<code>&quot;new&quot;</code> | null')
  })

  it('escapes what stands in the document', () => {
    expect(documentationPage(document, 'en')).toContain('Save &lt;a&gt; plan &amp; check it')
    expect(html`<p title="${'"\'<&>'}">${html`<b>${'<'}</b>`}${undefined}</p>`.text).toBe(
      '<p title="&quot;&#39;&lt;&amp;&gt;"><b>&lt;</b></p>',
    )
  })
})
