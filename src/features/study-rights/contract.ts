/**
 * A study right (opiskeluoikeus) as far as a plan needs it. Codes are the bare values of the study right
 * register (`lasna`, `ammatillinentutkinto`), dates are `YYYY-MM-DD`.
 */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const date = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })

/** What the study right has been since `start`, until the next one starts. */
export const StudyRightState = Type.Object(
  { start: date, state: Type.String(), funding: optional(Type.String()) },
  closed,
)
export type StudyRightState = Static<typeof StudyRightState>

/** A competence area or a qualification title, with the days on which it is the student's. */
export const StudyRightCode = Type.Object(
  { code: Type.String(), start: optional(date), end: optional(date) },
  closed,
)
export type StudyRightCode = Static<typeof StudyRightCode>

/** What the student is completing: a whole qualification, a part of one, preparatory education … */
export const Attainment = Type.Object(
  {
    type: Type.String(),
    qualificationCode: optional(Type.String()),
    /** Diary number of the qualification requirements, `OPH-1234-2017`. */
    diaryNumber: optional(Type.String()),
    competenceAreas: optional(Type.Array(StudyRightCode)),
    titles: optional(Type.Array(StudyRightCode)),
    language: optional(Type.String()),
    /** `reformi`; before 2018 `ops` or `naytto`. */
    method: optional(Type.String()),
  },
  closed,
)
export type Attainment = Static<typeof Attainment>

export const StudyRight = Type.Object(
  {
    oid: Type.String(),
    studentOid: optional(Type.String()),
    /** `ammatillinenkoulutus` or `tuva` for a plan to be possible. */
    type: Type.String(),
    institutionOid: optional(Type.String()),
    providerOid: optional(Type.String()),
    startsOn: optional(date),
    estimatedEndOn: optional(date),
    endedOn: optional(date),
    states: Type.Array(StudyRightState),
    attainments: Type.Array(Attainment),
    /** The study right that holds this one, when it is included in another. */
    includedIn: optional(Type.String()),
  },
  closed,
)
export type StudyRight = Static<typeof StudyRight>
