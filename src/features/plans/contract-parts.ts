/**
 * Small shapes that several parts of a plan share: people, places, dates and codes.
 * Every object is closed: a key that is not named here is refused.
 */
import { type Static, Type } from 'typebox'
import { isPlainDate } from '../../platform/time/plain-date.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/** A calendar day, `YYYY-MM-DD`. */
export const DateText = Type.Refine(
  Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'YYYY-MM-DD' }),
  isPlainDate,
)
/** A moment with its offset, kept exactly as the sender wrote it. */
export const InstantText = Type.String({ description: 'YYYY-MM-DDTHH:mm:ss.sssZ' })
/** Number given by the national register to a stored part. */
export const RegisterId = Type.Integer()
/** Share links of the national register point at this. */
export const ModuleId = Type.String({ description: 'UUID' })
export const CodeVersion = Type.Integer()

/** Someone of the provider or the school (national: Oppilaitoshenkilo). */
export const SchoolPerson = Type.Object(
  {
    id: optional(RegisterId),
    name: Type.String(),
    institutionOid: Type.String(),
    role: optional(Type.String()),
  },
  closed,
)
export type SchoolPerson = Static<typeof SchoolPerson>

/** The one who guides the student at the workplace. Names and numbers are detached before storing. */
export const Instructor = Type.Object(
  {
    id: optional(RegisterId),
    name: Type.String(),
    email: optional(Type.String()),
    phone: optional(Type.String({ maxLength: 256 })),
  },
  closed,
)
export type Instructor = Static<typeof Instructor>

export const Workplace = Type.Object(
  {
    id: optional(RegisterId),
    name: Type.String(),
    businessId: optional(Type.String()),
    tasks: Type.Array(Type.String()),
    instructor: Instructor,
  },
  closed,
)
export type Workplace = Static<typeof Workplace>

/** Another learning environment inside a learning period. */
export const OtherEnvironment = Type.Object(
  { code: Type.String(), codeVersion: CodeVersion, start: DateText, end: DateText },
  closed,
)
export type OtherEnvironment = Static<typeof OtherEnvironment>

/** Days on which a learning period stands still; both ends belong to it, no end means still open. */
export const Interruption = Type.Object({ start: DateText, end: optional(DateText) }, closed)
export type Interruption = Static<typeof Interruption>

export const WorkOrganisation = Type.Object(
  { name: Type.String(), businessId: optional(Type.String()) },
  closed,
)
export type WorkOrganisation = Static<typeof WorkOrganisation>

export const SchoolOrganisation = Type.Object({ institutionOid: optional(Type.String()) }, closed)
export type SchoolOrganisation = Static<typeof SchoolOrganisation>

/** Assessor who comes from working life. */
export const WorkAssessor = Type.Object(
  { id: optional(RegisterId), name: Type.String(), organisation: WorkOrganisation },
  closed,
)
export type WorkAssessor = Static<typeof WorkAssessor>

/** Assessor employed by an education provider. */
export const ProviderAssessor = Type.Object(
  { id: optional(RegisterId), name: Type.String(), organisation: SchoolOrganisation },
  closed,
)
export type ProviderAssessor = Static<typeof ProviderAssessor>

export const DemonstrationEnvironment = Type.Object(
  { name: Type.String(), businessId: optional(Type.String()), description: optional(Type.String()) },
  closed,
)
export type DemonstrationEnvironment = Static<typeof DemonstrationEnvironment>

export const DemonstrationOrganiser = Type.Object(
  { id: optional(RegisterId), institutionOid: optional(Type.String()) },
  closed,
)
export type DemonstrationOrganiser = Static<typeof DemonstrationOrganiser>

export const CodeReference = Type.Object({ code: Type.String(), codeVersion: CodeVersion }, closed)
export type CodeReference = Static<typeof CodeReference>

/** How prior competence was verified by assessors. */
export const VerificationDetails = Type.Object(
  { sentForAssessmentOn: optional(DateText), assessors: optional(Type.Array(ProviderAssessor)) },
  closed,
)
export type VerificationDetails = Static<typeof VerificationDetails>
