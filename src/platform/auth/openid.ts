import * as oidc from 'openid-client'
import { StartFailure } from '../config/start-failure.ts'
import { AppError } from '../http/error.ts'
import { isLanguage, type Language } from '../i18n/language.ts'

/** An OpenID provider and us as its client. */
export interface OpenIdSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends the browser back. */
  readonly redirectUri: string
  /** The claim in which the provider tells groups; `groups` where it is left out. */
  readonly groupsClaim?: string | undefined
  /** How the provider is reached where it is not over the network: the demo's own lives in this process. */
  readonly fetch?: oidc.CustomFetch
}

/** What the browser must bring back for its sign-in to be believed. */
export interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What the provider tells of a person beside the subject. */
export interface OpenIdProfile {
  readonly name: string | undefined
  readonly language: Language | undefined
  /** Empty where the provider tells none. */
  readonly groups: readonly string[]
}

/** Who has signed in. */
export interface OpenIdPerson {
  readonly subject: string
  readonly idToken: string | undefined
  /**
   * From the ID token; what is missing there is asked of the provider.
   *
   * @throws AppError when it must be asked and does not answer.
   */
  profile(): Promise<OpenIdProfile>
  /**
   * Everything that is told of the person, by claim; what the ID token says holds.
   *
   * @throws AppError when the provider must be asked and does not answer.
   */
  claims(): Promise<Readonly<Record<string, unknown>>>
}

/** What a sign-in asks for beside who it is. */
export interface SignInWish {
  /** Whom to sign in as, where the provider knows several. */
  readonly hint?: string | undefined
  /** Whether the e-mail address is asked for: only where somebody must be recognised by it. */
  readonly email?: boolean
}

export interface OpenId {
  /** @throws AppError access.identity-away (503) when the provider does not answer. */
  start(wish?: SignInWish): Promise<{ readonly url: string; readonly pending: PendingSignIn }>
  /** @throws AppError when the provider refuses, does not answer, or the answer does not belong to `pending`. */
  finish(answer: URLSearchParams, pending: PendingSignIn): Promise<OpenIdPerson>
  /** Where the browser goes so that the provider's own session ends; undefined when it offers none. */
  endUrl(idToken: string | null, returnTo: string): Promise<string | undefined>
}

const timeoutSeconds = 10

/** Nothing is asked of the provider before the first sign-in; one that was away is asked again at the next. */
export function createOpenId(settings: OpenIdSettings): OpenId {
  demandSafeIssuer(settings)
  let discovered: Promise<oidc.Configuration> | undefined
  const configuration = async (): Promise<oidc.Configuration> => {
    discovered ??= discover(settings)
    try {
      return await discovered
    } catch (error) {
      discovered = undefined
      throw new AppError('access.identity-away', 503, { cause: error })
    }
  }
  return {
    start: async (wish = {}) => begin(await configuration(), settings, wish),
    finish: async (answer, pending) => finish(await configuration(), settings, answer, pending),
    endUrl: async (idToken, returnTo) => {
      const config = await configuration()
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined
      const hint = idToken === null ? {} : { id_token_hint: idToken }
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo, ...hint }).href
    },
  }
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** Over plain http anyone on the way could sign in as anyone. */
function demandSafeIssuer({ issuer, fetch }: OpenIdSettings): void {
  if (fetch !== undefined) return
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname))) return
  throw new StartFailure('OIDC_ISSUER must be an https address (http only on this machine itself).')
}

function discover(settings: OpenIdSettings): Promise<oidc.Configuration> {
  const plain = settings.issuer.startsWith('http:')
  return oidc.discovery(
    new URL(settings.issuer),
    settings.clientId,
    undefined,
    clientAuthentication(settings.clientSecret),
    {
      timeout: timeoutSeconds,
      ...(plain ? { execute: [oidc.allowInsecureRequests] } : {}),
      ...(settings.fetch === undefined ? {} : { [oidc.customFetch]: settings.fetch }),
    },
  )
}

/** As the provider says that it reads the secret; `basic` is what the standard means when it says nothing. */
function clientAuthentication(secret: string): oidc.ClientAuth {
  const [post, basic] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)]
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? []
    const byPost = methods.includes('client_secret_post') && !methods.includes('client_secret_basic')
    return (byPost ? post : basic)(server, ...rest)
  }
}

async function begin(config: oidc.Configuration, settings: OpenIdSettings, { email, hint }: SignInWish) {
  const pending = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  }
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: settings.redirectUri,
    scope: email === true ? 'openid profile email' : 'openid profile',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    // A hint names whom to sign in as, whoever the provider remembers.
    ...(hint === undefined ? {} : { login_hint: hint, prompt: 'login' }),
  })
  return { url: url.href, pending }
}

async function finish(
  config: oidc.Configuration,
  settings: OpenIdSettings,
  answer: URLSearchParams,
  pending: PendingSignIn,
): Promise<OpenIdPerson> {
  const url = new URL(settings.redirectUri)
  url.search = answer.toString()
  const tokens = await oidc
    .authorizationCodeGrant(config, url, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      throw refusalOf(error)
    })
  const claims = tokens.claims()
  if (claims === undefined) throw new AppError('access.sign-in-broken', 400)
  const { access_token: accessToken, id_token: idToken } = tokens
  const claim = settings.groupsClaim ?? 'groups'
  return {
    subject: claims.sub,
    idToken,
    profile: async () => {
      const complete = claims[claim] !== undefined && claims.name !== undefined
      const asked = complete ? {} : await askMore(config, accessToken, claims.sub)
      return profileOf({ ...asked, ...claims }, claim)
    },
    claims: async () => ({ ...(await askMore(config, accessToken, claims.sub)), ...claims }),
  }
}

/** Many providers tell names and groups only when they are asked with the access token. */
async function askMore(
  config: oidc.Configuration,
  accessToken: string,
  subject: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {}
  return oidc.fetchUserInfo(config, accessToken, subject).catch((error: unknown) => {
    throw refusalOf(error)
  })
}

/** Groups are a list of names, or one name. Anything else in the claim is no group. */
export function profileOf(claims: Readonly<Record<string, unknown>>, groupsClaim: string): OpenIdProfile {
  const textAt = (name: string): string | undefined => {
    const value = claims[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const language = textAt('locale')?.slice(0, 2).toLowerCase()
  const groups = [claims[groupsClaim]].flat().filter(group => typeof group === 'string')
  return {
    name: textAt('name') ?? textAt('preferred_username'),
    language: isLanguage(language) ? language : undefined,
    groups: groups.map(group => group.trim()).filter(group => group !== ''),
  }
}

function refusalOf(cause: unknown): AppError {
  if (cause instanceof oidc.AuthorizationResponseError) {
    return new AppError('access.sign-in-refused', 403, { cause })
  }
  return isAway(cause)
    ? new AppError('access.identity-away', 503, { cause })
    : new AppError('access.sign-in-broken', 400, { cause })
}

/** A lost connection (fetch throws a TypeError without a code), a timeout, or the provider's own failure. */
function isAway(cause: unknown): boolean {
  if (cause instanceof TypeError) return !('code' in cause)
  if (cause instanceof oidc.ResponseBodyError) return cause.status >= 500
  if (!(cause instanceof oidc.ClientError)) return false
  return cause.code === 'OAUTH_TIMEOUT' || (cause.cause instanceof Response && cause.cause.status >= 500)
}

const notSet = (): Promise<never> => Promise.reject(new AppError('access.identity-away', 503))

/** Where neither an OpenID provider nor the demo is set: nobody can sign in, machines still work. */
export const noOpenId: OpenId = { start: notSet, finish: notSet, endUrl: async () => undefined }
