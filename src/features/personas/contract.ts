import { type Static, Type } from 'typebox'
import { roles } from '../../platform/access/actor.ts'
import { languages } from '../../platform/i18n/language.ts'

const closed = { additionalProperties: false }
const Names = Type.Object(
  { fi: Type.String(), sv: Type.Optional(Type.String()), en: Type.Optional(Type.String()) },
  closed,
)

/** An invented person of the demo, as whom anybody may sign in there. */
export const Persona = Type.Object(
  {
    /** What `/auth/sign-in?persona=` takes. */
    id: Type.String(),
    name: Type.String(),
    provider: Type.Object({ id: Type.String({ format: 'uuid' }), names: Names }, closed),
    roles: Type.Array(Type.Enum([...roles])),
    language: Type.Enum([...languages]),
    /** What the person does here, by their roles. */
    description: Names,
  },
  closed,
)
export type Persona = Static<typeof Persona>

export const PersonaList = Type.Object({ items: Type.Array(Persona) }, closed)
