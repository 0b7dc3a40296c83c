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
})
export type Code = Static<typeof Code>

export const CodeSet = Type.Object({
  /** E.g. `osaamisenhankkimistapa`. */
  uri: Type.String(),
  /** Only of a complete set can it be said that a code does not exist. */
  complete: Type.Boolean(),
  source: Source,
  codes: Type.Array(Code),
})
export type CodeSet = Static<typeof CodeSet>

/** `unloaded`: we do not have the set, or not all of it, so nothing can be said. */
export type CodeStatus = 'known' | 'unknown' | 'unloaded'
