import { type Static, Type } from 'typebox'

/** A name in the languages in which the source gives it: often not all three. */
export const Names = Type.Object({
  fi: Type.Optional(Type.String()),
  sv: Type.Optional(Type.String()),
  en: Type.Optional(Type.String()),
})
export type Names = Static<typeof Names>

/** Where a fact was read, and of which day it is. */
export const Source = Type.Object({
  name: Type.String(),
  date: Type.Optional(Type.String()),
})
export type Source = Static<typeof Source>

export const Code = Type.Object({
  /** As Koodisto writes it, e.g. `osaamisenhankkimistapa_koulutussopimus`. */
  uri: Type.String(),
  /** The code itself; differs from the end of the uri in some sets (`MAVA` in `ammatillisenoppiaineet_002`). */
  value: Type.String(),
  /** The newest version known; absent where no national file has told it. */
  version: Type.Optional(Type.Integer({ minimum: 0 })),
  names: Names,
  validFrom: Type.Optional(Type.String()),
  validUntil: Type.Optional(Type.String()),
  /** Codes within which this one stands; kept of a few sets only (`keepsRelation`). */
  broader: Type.Optional(Type.Array(Type.String())),
  narrower: Type.Optional(Type.Array(Type.String())),
})
export type Code = Static<typeof Code>

export const CodeSet = Type.Object({
  /** E.g. `osaamisenhankkimistapa`. */
  uri: Type.String(),
  /** Only of a complete set can it be said that a code does not exist. */
  complete: Type.Boolean(),
  source: Source,
  /** Each code in its newest version. */
  codes: Type.Array(Code),
  /** Earlier versions of them: plans name a code with its version. */
  older: Type.Optional(Type.Array(Code)),
  /** Uris of codes that the source has but that could not be taken: what was known of them before stays. */
  refused: Type.Optional(Type.Array(Type.String())),
})
export type CodeSet = Static<typeof CodeSet>

const closed = { additionalProperties: false } as const

/** A code as the interface shows it. */
export const CodeView = Type.Object(
  {
    ...Code.properties,
    /** All versions that have been read. */
    versions: Type.Array(Type.Integer()),
    /** False: no name has been read in any language, and the code itself is shown, marked. */
    named: Type.Boolean(),
    /** The newest source no longer has it. */
    vanished: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type CodeView = Static<typeof CodeView>

export const CodePage = Type.Object(
  {
    uri: Type.String(),
    complete: Type.Boolean(),
    source: Source,
    items: Type.Array(CodeView),
    /** The uri after which the next page starts. */
    next: Type.Optional(Type.String()),
  },
  closed,
)
export type CodePage = Static<typeof CodePage>

/** `unloaded`: we do not have the set, or not all of it, so nothing can be said. */
export type CodeStatus = 'known' | 'unknown' | 'unloaded'
