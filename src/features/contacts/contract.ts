import { type Static, Type } from 'typebox'

export const ErasedExtent = Type.Union([Type.Literal('details'), Type.Literal('all')])
export type ErasedExtent = Static<typeof ErasedExtent>

/** A request to erase a contact. The reason is kept; it names no person. */
export const Erasure = Type.Object(
  { extent: ErasedExtent, reason: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false },
)
