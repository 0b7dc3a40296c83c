import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { defineAccess, everyone, whoMay } from '../access/access.ts'
import { notAudited } from '../audit/audit.ts'
import { type Endpoint, endpoint, publicEndpoint } from './endpoint.ts'
import { openApiOf } from './openapi.ts'

const about = { title: 'T', version: '1', description: 'D', ticketPrefix: '/national/' }
const wide = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`field${i}`, Type.String()]))
const Period = Type.Object(wide, { additionalProperties: false })
const Plan = Type.Object({ note: Type.Optional(Type.String()), periods: Type.Array(Period) })
const access = defineAccess<object, 'read' | 'send'>('plan', {
  read: [{ who: ['teacher', 'machine'] }],
  send: [{ who: ['machine'] }],
})
const audit = notAudited('a test')
const noWork = () => Promise.resolve({})

const rows: Endpoint[] = [
  endpoint({
    ...{
      method: 'GET',
      path: '/api/plans/{planId}',
      tag: 'plans',
      summary: 'A plan',
      audit,
      transaction: 'read',
    },
    params: Type.Object({ planId: Type.String() }),
    answers: { 200: Plan },
    access: whoMay(access.read),
    handle: noWork,
  }),
  endpoint({
    ...{
      method: 'PUT',
      path: '/national/plans',
      tag: 'national',
      summary: 'Send',
      audit,
      transaction: 'write',
    },
    query: Type.Object({ dry: Type.Optional(Type.Boolean()) }),
    body: Plan,
    answers: { 204: null },
    errors: () => ({ contentType: 'application/json; charset=utf-8', body: {} }),
    access: whoMay(access.send),
    handle: noWork,
  }),
  publicEndpoint({
    ...{ method: 'GET', path: '/text', tag: 'texts', summary: 'A text', audit, transaction: 'none' },
    answers: { 200: Type.String({ contentMediaType: 'text/plain' }) },
    access: everyone('a test'),
    handle: noWork,
  }),
]
const document = openApiOf(rows, about)
const read = document.paths['/api/plans/{planId}']?.get
const send = document.paths['/national/plans']?.put
const text = document.paths['/text']?.get

describe('the OpenAPI document', () => {
  it('gives large shapes a name after the member that holds them, once for all who use them', () => {
    const { schemas } = document.components
    expect(Object.keys(schemas ?? {})).toEqual(['Problem', 'Period'])
    const inline = { type: 'array', items: { $ref: '#/components/schemas/Period' } }
    expect(send?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { properties: { periods: inline } } } },
    })
    expect(read?.responses['200']).toMatchObject({
      content: { 'application/json': { schema: { properties: { periods: inline } } } },
    })
  })

  it('tells who may, from the declaration of access', () => {
    expect(read?.['x-who-may']).toEqual(['teacher', 'machine'])
    expect(send?.['x-who-may']).toEqual(['machine'])
    expect(text?.['x-who-may']).toEqual(['everyone'])
  })

  it('tells by which means one may sign in', () => {
    expect(read?.security).toEqual([{ session: [] }, { key: [] }])
    expect(send?.security).toEqual([{ key: [] }, { ticket: [], callerId: [] }])
    expect(text?.security).toEqual([])
  })

  it('lists parameters with their places and the refusals that are possible', () => {
    expect(read?.parameters).toEqual([
      { name: 'planId', in: 'path', required: true, schema: { type: 'string' } },
    ])
    expect(send?.parameters).toMatchObject([{ name: 'dry', in: 'query', required: false }])
    expect(Object.keys(read?.responses ?? {})).toEqual(['200', '401', '403', '404', '429', '503', 'default'])
    expect(Object.keys(send?.responses ?? {})).toEqual([
      '204',
      '400',
      '401',
      '403',
      '413',
      '415',
      '429',
      '503',
      'default',
    ])
    expect(read?.responses['401']).toEqual({ $ref: '#/components/responses/Refused401' })
    expect(document.components.responses).toHaveProperty('RefusedOtherwise')
  })

  it('tells in which words an interface of its own refuses', () => {
    expect(send?.responses['401']).toMatchObject({ content: { 'application/json': {} } })
  })

  it('tells the media type of an answer that is not JSON', () => {
    expect(text?.responses['200']).toMatchObject({ content: { 'text/plain': {} } })
  })
})
