import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const text = optional(Type.String())
const day = optional(Type.String({ format: 'date' }))

/** What was done to data: seen, changed, or taken out as a file. */
export const AuditKind = Type.Union([Type.Literal('seen'), Type.Literal('changed'), Type.Literal('taken')])
export type AuditKind = Static<typeof AuditKind>

/** All of it together; days are those of Helsinki, both included. */
export const AuditSearch = Type.Object(
  {
    studentId: optional(Type.String({ format: 'uuid' })),
    actorId: optional(Type.String({ format: 'uuid' })),
    kind: optional(AuditKind),
    from: day,
    to: day,
  },
  closed,
)
export type AuditSearch = Static<typeof AuditSearch>

const Protection = optional(Type.Union([Type.Literal('masked'), Type.Literal('revealed')]))

/** A student of a row. Of a masked one there may be nothing but that. */
export const AuditStudent = Type.Object(
  { id: text, name: text, studentOid: text, protection: Protection },
  closed,
)
export type AuditStudent = Static<typeof AuditStudent>

export const AuditActor = Type.Object(
  {
    kind: Type.Union([Type.Literal('person'), Type.Literal('machine'), Type.Literal('system')]),
    id: text,
    name: text,
    /** Those that the person holds now. */
    roles: Type.Array(Type.String()),
    /** Of a register: the source system of its key. */
    source: text,
    /** The name is not told, because it would tell where a masked student is. */
    hidden: optional(Type.Boolean()),
  },
  closed,
)
export type AuditActor = Static<typeof AuditActor>

/** A detail in words: the key of a text with its parameters. */
export const DetailPhrase = Type.Object(
  {
    key: Type.String(),
    params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  },
  closed,
)
export type DetailPhrase = Static<typeof DetailPhrase>

export const AuditRow = Type.Object(
  {
    id: Type.String(),
    /** Of a masked student the beginning of the day, and `dayOnly`. */
    at: Type.String({ format: 'date-time' }),
    dayOnly: optional(Type.Boolean()),
    /** noun.verb, as the features declare it; its words are by the same key. */
    action: Type.String(),
    actor: AuditActor,
    student: optional(AuditStudent),
    details: Type.Array(DetailPhrase),
  },
  closed,
)
export type AuditRow = Static<typeof AuditRow>

export const AuditList = Type.Object(
  {
    items: Type.Array(AuditRow),
    next: text,
    /** Whom the search is about, by name. */
    about: Type.Object({ student: optional(AuditStudent), actor: optional(AuditActor) }, closed),
  },
  closed,
)
export type AuditList = Static<typeof AuditList>

export const PickedStudents = Type.Object({ items: Type.Array(AuditStudent) }, closed)
export type PickedStudents = Static<typeof PickedStudents>
export const PickedActors = Type.Object({ items: Type.Array(AuditActor) }, closed)
export type PickedActors = Static<typeof PickedActors>

/** What was done with one's own data on a day, by whom in which role; how many times. */
export const OwnAuditRow = Type.Object(
  {
    day: Type.String({ format: 'date' }),
    action: Type.String(),
    actor: Type.Object(
      { kind: AuditActor.properties.kind, roles: Type.Array(Type.String()), source: text },
      closed,
    ),
    times: Type.Integer(),
  },
  closed,
)
export type OwnAuditRow = Static<typeof OwnAuditRow>

export const OwnAudit = Type.Object(
  {
    items: Type.Array(OwnAuditRow),
    from: Type.String({ format: 'date' }),
    to: Type.String({ format: 'date' }),
    /** There is more in these days than is shown: choose fewer. */
    more: Type.Boolean(),
  },
  closed,
)
export type OwnAudit = Static<typeof OwnAudit>
