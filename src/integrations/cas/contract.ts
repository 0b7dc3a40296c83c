import { type Static, Type } from 'typebox'

const form = { contentMediaType: 'application/x-www-form-urlencoded' }

/** Forms as the exchange knows them. Members that we do not need are passed over, as there. */
export const Credentials = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 200 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  form,
)
export type Credentials = Static<typeof Credentials>

export const ServiceForm = Type.Object({ service: Type.String({ minLength: 1, maxLength: 2_000 }) }, form)

export const TicketPath = Type.Object({ ticket: Type.String({ maxLength: 200 }) })
