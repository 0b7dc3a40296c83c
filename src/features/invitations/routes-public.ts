import { Type } from 'typebox'
import { everyone } from '../../platform/access/access.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import { hashOf, readLinkText, sameHash } from '../../platform/auth/credentials.ts'
import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import { type Endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { secretPageHeaders } from '../../platform/http/plain-page.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { invitationPage, type Newcomer, unknownPage } from './page.ts'
import { findInvitation } from './queries.ts'
import { providerOf } from './queries-invited.ts'
import { providerName, stateOf } from './rules.ts'

export interface InvitationPageDependencies {
  readonly database: Database
  readonly text: TextOf
  /** As whom an invitation may be tried in the demo; nobody elsewhere. */
  readonly newcomers: () => Promise<readonly Newcomer[]>
}

/** A lesson's worth of students may open theirs from one address; a guesser is stopped long before a hit. */
const pagesAnHour = 300

const HtmlPage = Type.Unsafe<Uint8Array>({ type: 'string', contentMediaType: 'text/html' })

export function invitationPageRoutes(dependencies: InvitationPageDependencies): Endpoint[] {
  return [
    publicEndpoint({
      method: 'GET',
      path: '/invitations/{token}',
      tag: 'invitations',
      summary: 'The page behind an invitation: who invites, and the way to sign in',
      params: Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }),
      answers: { 200: HtmlPage, 404: HtmlPage },
      access: everyone('Whoever is invited has no account yet'),
      audit: notAudited("It tells the provider's name and nothing of anybody"),
      anHourOfAnAddress: pagesAnHour,
      transaction: 'none',
      handle: async ({ language, now, params: { token } }) => {
        const body = await pageOf(dependencies, token, language, now)
        const headers = { ...secretPageHeaders, 'content-language': language }
        if (body !== undefined) return { body, headers }
        return { status: 404, body: unknownPage(dependencies.text, language), headers }
      },
    }),
  ]
}

async function pageOf(
  { database, newcomers, text }: InvitationPageDependencies,
  token: string,
  language: Language,
  now: Date,
): Promise<Buffer | undefined> {
  const link = readLinkText(token)
  if (link === undefined) return undefined
  const found = await read(database, link.providerId, async transaction => ({
    invitation: await findInvitation(transaction, link.id),
    provider: await providerOf(transaction, link.providerId),
  }))
  const { invitation, provider } = found
  if (invitation === undefined || provider === undefined) return undefined
  if (!sameHash(invitation.secretHash, hashOf(link.secret))) return undefined
  return invitationPage(text, language, {
    provider: providerName(provider, language),
    state: stateOf(invitation, now),
    expiresAt: invitation.expiresAt,
    token,
    newcomers: await newcomers(),
  })
}
