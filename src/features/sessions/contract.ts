import { type Static, Type } from 'typebox'
import { roles } from '../../platform/access/actor.ts'
import { languages } from '../../platform/i18n/language.ts'

const closed = { additionalProperties: false }

export const LanguageCode = Type.Enum([...languages])
export const RoleName = Type.Enum([...roles])

const ProviderNames = Type.Object(
  { fi: Type.String(), sv: Type.Optional(Type.String()), en: Type.Optional(Type.String()) },
  closed,
)

export const ProviderRef = Type.Object({ id: Type.String({ format: 'uuid' }), names: ProviderNames }, closed)
export type ProviderRef = Static<typeof ProviderRef>

const ProviderWithRoles = Type.Object({ ...ProviderRef.properties, roles: Type.Array(RoleName) }, closed)
export type ProviderWithRoles = Static<typeof ProviderWithRoles>

const SignedOut = Type.Object(
  { signedIn: Type.Literal(false), demo: Type.Boolean(), language: LanguageCode },
  closed,
)

const SignedIn = Type.Object(
  {
    signedIn: Type.Literal(true),
    demo: Type.Boolean(),
    user: Type.Object({ id: Type.String({ format: 'uuid' }), name: Type.String() }, closed),
    /** At the active provider. */
    roles: Type.Array(RoleName),
    /** Whether the person also keeps what all providers share: national reference data and their imports. */
    operator: Type.Boolean(),
    /** The active one. */
    provider: ProviderRef,
    /** All at which the person works. */
    providers: Type.Array(ProviderWithRoles),
    /** Sent back in the header x-csrf-token with everything that changes something. */
    csrfToken: Type.String(),
    language: LanguageCode,
    /** The day that rules and deadlines see. */
    today: Type.String({ format: 'date' }),
  },
  closed,
)

export const SessionView = Type.Union([SignedOut, SignedIn])
export type SessionView = Static<typeof SessionView>

export const ProviderChoice = Type.Object({ providerId: Type.String({ format: 'uuid' }) }, closed)
export const LanguageChoice = Type.Object({ language: LanguageCode }, closed)

export const SignInQuery = Type.Object({
  /** A path of ours to come back to; anything else is ignored. */
  returnTo: Type.Optional(Type.String({ maxLength: 2_000 })),
  /** Only in the demo: as whom to sign in. */
  persona: Type.Optional(Type.String({ maxLength: 200 })),
  /** The link of an invitation that the sign-in follows. */
  invitation: Type.Optional(Type.String({ maxLength: 200 })),
})

/** What an OpenID provider sends back with the browser. */
export const SignInAnswer = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 4_000 })),
  state: Type.Optional(Type.String({ maxLength: 1_000 })),
  iss: Type.Optional(Type.String({ maxLength: 1_000 })),
  error: Type.Optional(Type.String({ maxLength: 1_000 })),
  error_description: Type.Optional(Type.String({ maxLength: 4_000 })),
})
export type SignInAnswer = Static<typeof SignInAnswer>

/** Where the browser goes after signing out: home, or to the OpenID provider to end its session too. */
export const SignedOutAnswer = Type.Object({ next: Type.String() }, closed)
