import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }

/** The register that a key is for, in lower case: `wilma`, `studenta`. Its name stands in histories and settings. */
export const SourceSystem = Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' })
export const KeyLabel = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })

const instant = Type.String({ format: 'date-time' })

export const ApiKey = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    source: SourceSystem,
    name: KeyLabel,
    /** The public part: the user name of the national ticket exchange. */
    keyName: Type.String(),
    createdAt: instant,
    revokedAt: Type.Optional(instant),
  },
  closed,
)
export type ApiKey = Static<typeof ApiKey>

export const ApiKeyList = Type.Object({ items: Type.Array(ApiKey) }, closed)

export const NewApiKey = Type.Object({ source: SourceSystem, name: KeyLabel }, closed)
export type NewApiKey = Static<typeof NewApiKey>

/** The answer to making a key: the only time that the whole key is told. */
export const CreatedApiKey = Type.Object({ ...ApiKey.properties, key: Type.String() }, closed)
export type CreatedApiKey = Static<typeof CreatedApiKey>
