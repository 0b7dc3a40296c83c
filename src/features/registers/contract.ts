import { type Static, Type } from 'typebox'
import { ImportKind, ImportOrigin, RowCounts, RunState } from '../imports/contract.ts'

const closed = { additionalProperties: false } as const

/** The services from which data are fetched. The first three are national: set for the whole installation. */
export const registers = ['eperusteet', 'koodisto', 'organisaatio', 'koski', 'ehoks'] as const
export const Register = Type.Enum([...registers])
export type Register = Static<typeof Register>

export const Schedule = Type.Enum(['off', 'hourly', 'daily', 'weekly'])
export type Schedule = Static<typeof Schedule>

/** Hour of Helsinki time, for `daily` and `weekly`. */
const Hour = Type.Integer({ minimum: 0, maximum: 23 })
/** 1 is Monday, for `weekly`. */
const Weekday = Type.Integer({ minimum: 1, maximum: 7 })

/** What came of a run, in short; the whole of it is told by the imports. */
export const RegisterRun = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    origin: ImportOrigin,
    state: RunState,
    requestedAt: Type.String(),
    finishedAt: Type.Optional(Type.String()),
    position: Type.Integer(),
    total: Type.Optional(Type.Integer()),
    counts: RowCounts,
    /** Why it was refused or stopped, as a sentence in the reader's language. */
    failure: Type.Optional(Type.String()),
  },
  closed,
)
export type RegisterRun = Static<typeof RegisterRun>

export const RegisterAction = Type.Enum(['change', 'run', 'upload'])

export const RegisterView = Type.Object(
  {
    register: Register,
    /** The kind of import that takes in what this register answers. */
    kind: ImportKind,
    /** Set by operators for everyone; others read the state only. */
    national: Type.Boolean(),
    address: Type.String(),
    /** Whether the service asks who one is at all. */
    needsCredentials: Type.Boolean(),
    username: Type.Optional(Type.String()),
    /** Whether a password is stored. It is never told. */
    hasSecret: Type.Boolean(),
    schedule: Schedule,
    hour: Hour,
    weekday: Weekday,
    nextDueAt: Type.Optional(Type.String()),
    /** 0 stands for settings never changed. */
    version: Type.Integer({ minimum: 0 }),
    /** The newest run of the kind, whoever asked for it. */
    lastRun: Type.Optional(RegisterRun),
    /** When a run last came to its end well. */
    lastDone: Type.Optional(Type.String()),
    /** When a run last changed data. */
    newestData: Type.Optional(Type.String()),
    permittedActions: Type.Array(RegisterAction),
  },
  closed,
)
export type RegisterView = Static<typeof RegisterView>

export const RegisterList = Type.Object({ items: Type.Array(RegisterView) }, closed)
export type RegisterList = Static<typeof RegisterList>

export const RegisterChange = Type.Object(
  {
    address: Type.String({ minLength: 1, maxLength: 500 }),
    username: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    /** A new password; `null` takes the stored one away; left out, it stays. */
    secret: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Null()])),
    schedule: Schedule,
    hour: Hour,
    weekday: Weekday,
    /** The version that was read: a change of another one is refused with 409. */
    version: Type.Integer({ minimum: 0 }),
  },
  closed,
)
export type RegisterChange = Static<typeof RegisterChange>

/** 202: the run waits its turn. 200: one was waiting or under way already, and this is it. */
export const RunRequested = Type.Object({ runId: Type.String({ format: 'uuid' }) }, closed)
export type RunRequested = Static<typeof RunRequested>

/** What happened when the service was asked once. Nothing is imported. */
export const TryOutcome = Type.Object(
  {
    answers: Type.Boolean(),
    /** As a sentence in the reader's language. */
    text: Type.String(),
    host: Type.String(),
    milliseconds: Type.Integer(),
    /** As whom it was asked. */
    username: Type.Optional(Type.String()),
  },
  closed,
)
export type TryOutcome = Static<typeof TryOutcome>
