import { type Static, Type } from 'typebox'

/** Why one record, or a whole file, was not taken in. The text is `imports.refusals.<code>`. */
export const Refusal = Type.Object({
  /** RFC 6901, into the file as it was given; empty when the whole file is meant. */
  pointer: Type.String(),
  code: Type.String(),
  params: Type.Optional(Type.Record(Type.String(), Type.String())),
})
export type Refusal = Static<typeof Refusal>

/** What reading a file gave: the value with what was left out of it, or one reason for taking nothing. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly refused: readonly Refusal[] }
  | { readonly ok: false; readonly refusal: Refusal }

export const ImportKind = Type.Union([
  Type.Literal('eperusteet'),
  Type.Literal('koodisto'),
  Type.Literal('koski'),
  Type.Literal('hoks'),
])
export type ImportKind = Static<typeof ImportKind>

export const RowCounts = Type.Object({
  read: Type.Integer(),
  written: Type.Integer(),
  unchanged: Type.Integer(),
  /** In the database but no longer in the file: marked, never deleted. */
  vanished: Type.Integer(),
  refused: Type.Integer(),
})
export type RowCounts = Static<typeof RowCounts>

/** The report of one file of one run. */
export const ImportReport = Type.Object({
  kind: ImportKind,
  file: Type.String(),
  startedAt: Type.String(),
  /** True when the file was refused before it changed anything. */
  refusedWhole: Type.Boolean(),
  counts: RowCounts,
  refusals: Type.Array(Refusal),
  /** Keys of a newer schema, kept as they came: pointer of each. */
  unknownKeys: Type.Array(Type.String()),
})
export type ImportReport = Static<typeof ImportReport>
