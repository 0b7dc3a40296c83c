import { everyone } from '../../platform/access/access.ts'
import { audited, notAudited } from '../../platform/audit/audit.ts'
import { cookieLine, readCookie, sessionCookieName } from '../../platform/auth/cookies.ts'
import type { OpenId, OpenIdPerson, PendingSignIn } from '../../platform/auth/openid.ts'
import type { Seal } from '../../platform/auth/seal.ts'
import type { Sessions } from '../../platform/auth/sessions.ts'
import type { Database } from '../../platform/db/database.ts'
import { type Answer, type Endpoint, publicEndpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import {
  type ClaimOutcome,
  claimedOf,
  claimInvitation,
  invitationClaimed,
  invitationTurnedAway,
} from '../invitations/public.ts'
import { followGroups } from '../roles/public.ts'
import { sessionEnded, sessionStarted } from './audit.ts'
import { SignedOutAnswer, SignInAnswer, SignInQuery } from './contract.ts'
import { signInErrors } from './page.ts'
import { localPath, sessionLife, signInPatience } from './rules.ts'
import { endSession, startSession } from './service.ts'

export interface SignInDependencies {
  readonly database: Database
  readonly sessions: Sessions
  readonly openId: OpenId
  /** How people's rows name the OpenID provider: its address, or `demo`. */
  readonly issuer: string
  readonly demo: boolean
  /** The claim in which the OpenID provider tells the learner number; undefined where it tells none. */
  readonly studentClaim: string | undefined
  /** Keeps what the browser brings back from the OpenID provider. */
  readonly seal: Seal
  /** Where browsers find us, as `https://host`. */
  readonly publicUrl: string
}

const pendingCookie = 'yhdessa_sign_in'

interface Pending extends PendingSignIn {
  readonly returnTo: string
  /** The link that is followed: it only comes back to us, and proves nothing of who signs in. */
  readonly invitation?: string | undefined
  /** Milliseconds of the real clock. */
  readonly until: number
}

export function signInRoutes(dependencies: SignInDependencies): Endpoint[] {
  return [signIn(dependencies), callback(dependencies), signOut(dependencies)]
}

function signIn(dependencies: SignInDependencies): Endpoint {
  const { openId, demo, seal, publicUrl } = dependencies
  return publicEndpoint({
    method: 'GET',
    path: '/auth/sign-in',
    tag: 'sessions',
    summary: 'Begin signing in: leads to the OpenID provider',
    query: SignInQuery,
    answers: { 303: null },
    access: everyone('Nobody is signed in before it'),
    audit: notAudited('Nobody is signed in yet'),
    errors: signInErrors(startAgainAt(publicUrl)),
    transaction: 'none',
    handle: async ({ query, now }) => {
      const { invitation, persona } = query
      // Whoever was invited begins where their role does.
      const returnTo = localPath(query.returnTo ?? (invitation === undefined ? undefined : '/home'))
      // The demo's provider asks nothing: the choice is made on the page of personas, or of the invitation.
      if (demo && persona === undefined)
        return redirect(
          invitation === undefined ? `/?${new URLSearchParams({ returnTo })}` : pageOf(invitation),
        )
      const wish = { hint: demo ? persona : undefined, email: invitation !== undefined }
      const { url, pending } = await openId.start(wish)
      const content: Pending = { ...pending, returnTo, invitation, until: now.getTime() + signInPatience }
      return { ...redirect(url), cookies: [pendingLine(seal.close(content), signInPatience, publicUrl)] }
    },
  })
}

function callback(dependencies: SignInDependencies): Endpoint {
  const { database, sessions, openId, issuer, seal, publicUrl } = dependencies
  return publicEndpoint({
    method: 'GET',
    path: '/auth/callback',
    tag: 'sessions',
    summary: 'Come back from the OpenID provider: starts the session',
    query: SignInAnswer,
    answers: { 303: null },
    access: everyone('Nobody is signed in before it'),
    audit: audited(sessionStarted, invitationClaimed, invitationTurnedAway),
    errors: signInErrors(startAgainAt(publicUrl)),
    transaction: 'none',
    handle: async ({ query, headers, now, requestId, today }) => {
      const pending = openPending(seal, headers.cookie, now)
      const person = await openId.finish(parametersOf(query), pending)
      const { idToken, profile, subject } = person
      const claim = await followInvitation(dependencies, person, pending.invitation, {
        now,
        requestId,
        today,
      })
      if (claim?.outcome === 'waiting') return leave(pageOf(pending.invitation ?? ''), publicUrl)
      const followed = await followGroups(database, { issuer, subject }, profile, { now, requestId })
      if (followed || claim !== undefined) sessions.forgetAll()
      // The browser's earlier session ends with its cookie.
      const earlier = await sessions.of({ cookie: headers.cookie })
      if (earlier) await endSession(database, sessions, earlier, { now, requestId })
      const signedIn = { issuer, subject, idToken, providerId: claim?.providerId }
      const { secret } = await startSession(database, signedIn, now, requestId)
      const cookies = [sessionLine(secret, sessionLife, publicUrl), pendingLine('', 0, publicUrl)]
      return { ...redirect(pending.returnTo), cookies }
    },
  })
}

interface Moment {
  readonly now: Date
  readonly today: PlainDate
  readonly requestId: string
}

/** What the invitation that the sign-in follows comes to; undefined where it follows none. */
async function followInvitation(
  { database, issuer, studentClaim }: SignInDependencies,
  { claims, profile, subject }: OpenIdPerson,
  invitation: string | undefined,
  moment: Moment,
): Promise<ClaimOutcome | undefined> {
  if (invitation === undefined) return undefined
  const claimed = claimedOf(await claims(), studentClaim)
  const { language } = await profile()
  return claimInvitation(database, invitation, { issuer, subject, language, claimed }, moment)
}

/** Away without a session: what the browser kept for the sign-in goes. */
const leave = (location: string, publicUrl: string): Answer => ({
  ...redirect(location),
  cookies: [pendingLine('', 0, publicUrl)],
})

const pageOf = (invitation: string): string => `/invitations/${encodeURIComponent(invitation)}`

function signOut(dependencies: SignInDependencies): Endpoint {
  const { database, sessions, openId, publicUrl } = dependencies
  return publicEndpoint({
    method: 'POST',
    path: '/auth/sign-out',
    tag: 'sessions',
    summary: 'End the session here; the answer tells where its end at the OpenID provider is',
    answers: { 200: SignedOutAnswer },
    access: everyone('To leave when the session has already ended is no error'),
    audit: audited(sessionEnded),
    transaction: 'none',
    handle: async ({ headers, now, requestId }) => {
      const session = await sessions.of({ cookie: headers.cookie })
      const cookies = [sessionLine('', 0, publicUrl)]
      if (session === undefined) return { body: { next: '/' }, cookies }
      const idToken = await endSession(database, sessions, session, { now, requestId })
      // An OpenID provider that is away must not keep anybody from leaving here.
      const next = await openId.endUrl(idToken, `${publicUrl}/`).catch(() => undefined)
      return { body: { next: next ?? '/' }, cookies }
    },
  })
}

/** @throws AppError when this browser began no sign-in, or too long ago. */
function openPending(seal: Seal, cookie: string | undefined, now: Date): Pending {
  const sealed = readCookie(cookie, pendingCookie)
  // What the seal opens was closed by us with this content.
  const pending = sealed === undefined ? undefined : (seal.open(sealed) as Pending | undefined)
  if (pending === undefined || pending.until <= now.getTime())
    throw new AppError('access.sign-in-broken', 400)
  return pending
}

function parametersOf(answer: SignInAnswer): URLSearchParams {
  const names = ['code', 'state', 'iss', 'error', 'error_description'] as const
  return new URLSearchParams(
    names.flatMap(name => (answer[name] === undefined ? [] : [[name, answer[name]]])),
  )
}

const redirect = (location: string): Answer => ({ status: 303, headers: { location } })
const startAgainAt = (publicUrl: string): string => `${publicUrl}/auth/sign-in`
const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')

function sessionLine(secret: string, life: number, publicUrl: string): string {
  return cookieLine(sessionCookieName, secret, {
    path: '/',
    maxAge: life / 1000,
    secure: isSecure(publicUrl),
  })
}

function pendingLine(sealed: string, life: number, publicUrl: string): string {
  return cookieLine(pendingCookie, sealed, {
    path: '/auth',
    maxAge: life / 1000,
    secure: isSecure(publicUrl),
  })
}
