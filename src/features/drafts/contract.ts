import { type Static, Type } from 'typebox'

export const DraftKey = Type.Object(
  {
    /** 32 bytes, base64url. */
    key: Type.String(),
    /** The service's clock. */
    now: Type.String(),
  },
  { additionalProperties: false },
)
export type DraftKey = Static<typeof DraftKey>
