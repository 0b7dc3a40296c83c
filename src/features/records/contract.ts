import { Type } from 'typebox'

export const reasonAtLeast = 3

/** Why the package is made; the student's own needs none. It is kept in the audit and names no person. */
export const RecordRequest = Type.Object(
  { reason: Type.Optional(Type.String({ minLength: reasonAtLeast, maxLength: 500 })) },
  { additionalProperties: false },
)

export const RecordFile = Type.Unsafe<Uint8Array>({ type: 'string', contentMediaType: 'application/zip' })
