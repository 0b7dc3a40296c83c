import { type Static, Type } from 'typebox'
import { Names } from '../codes/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

const gift = {
  id: Type.String(),
  templateId: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  givenAt: Type.String(),
}

/** What we have given, to one or with no receiver to all. */
export const GivenGift = Type.Object(
  { ...gift, receiver: optional(Type.String()), withdrawn: Type.Boolean() },
  closed,
)
export type GivenGift = Static<typeof GivenGift>

export const GivenGifts = Type.Object(
  {
    items: Type.Array(GivenGift),
    /** To whom one may give. */
    receivers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
  },
  closed,
)
export type GivenGifts = Static<typeof GivenGifts>

export const ReceivedGift = Type.Object(
  {
    ...gift,
    giver: Type.String(),
    diaryNumber: Type.String(),
    qualificationNames: optional(Names),
    /** Our newest copy of it, and of which version it is. */
    copy: optional(Type.Object({ templateId: Type.String(), version: Type.Integer() }, closed)),
  },
  closed,
)
export type ReceivedGift = Static<typeof ReceivedGift>

export const ReceivedGifts = Type.Object({ items: Type.Array(ReceivedGift) }, closed)
export type ReceivedGifts = Static<typeof ReceivedGifts>

/** Without a receiver the version is given to all providers. */
export const NewGift = Type.Object({ receiverId: optional(Type.String({ format: 'uuid' })) }, closed)
export type NewGift = Static<typeof NewGift>
