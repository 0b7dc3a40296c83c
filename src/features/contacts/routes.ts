import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { contactAccess } from './access.ts'
import { contactErased } from './audit.ts'
import { Erasure } from './contract.ts'
import { erase } from './service.ts'

export function contactRoutes(): Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: '/api/contacts/{contactId}/erase',
      tag: 'contacts',
      summary: 'Erase the e-mail and phone of a contact, or all of it; the gap stays and is logged',
      params: Type.Object({ contactId: Type.String({ format: 'uuid' }) }),
      body: Erasure,
      answers: { 204: null },
      access: whoMay(contactAccess.erase),
      audit: audited(contactErased),
      transaction: 'write',
      handle: async ({ params, body, audit, actor }, transaction) => {
        contactAccess.erase.demand(actor, {})
        await erase(transaction, audit, { id: params.contactId, ...body })
        return { status: 204 }
      },
    }),
  ]
}
