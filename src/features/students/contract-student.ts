import { type Static, Type } from 'typebox'
import { Protection, StudentStudyRight } from './contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const text = optional(Type.String())

export const ShownGuardian = Type.Object(
  {
    name: text,
    email: text,
    phone: text,
    language: text,
    custody: Type.Boolean(),
    /** Whether something may be told to them today: custody, and a student known to be under 18. */
    mayBeTold: Type.Boolean(),
    /** The student has come of age, on the day `endsOn`; how they are reached is not there any more. */
    ended: Type.Boolean(),
    endsOn: text,
  },
  closed,
)
export type ShownGuardian = Static<typeof ShownGuardian>

/** A student with how they are reached. What a turvakielto hides is not there. */
export const StudentCard = Type.Object(
  {
    id: Type.String(),
    name: text,
    givenNames: text,
    studentOid: Type.String(),
    studentNumber: text,
    birthDate: text,
    language: text,
    group: optional(Type.Object({ code: Type.String(), name: text }, closed)),
    teacher: optional(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
    protection: optional(Protection),
    /** The student register no longer has the student. */
    vanished: optional(Type.Boolean()),
    erased: optional(Type.Boolean()),
    contact: optional(
      Type.Object({ email: text, phone: text, street: text, postalCode: text, city: text }, closed),
    ),
    guardians: Type.Array(ShownGuardian),
    studyRights: Type.Array(StudentStudyRight),
    permittedActions: Type.Array(Type.Enum(['reveal', 'erase', 'protect', 'unprotect'])),
  },
  closed,
)
export type StudentCard = Static<typeof StudentCard>

/** A turvakielto set or lifted by hand, and why; it is kept in the audit and names no person. */
export const ProtectionChange = Type.Object(
  { protected: Type.Boolean(), reason: Type.String({ minLength: 3, maxLength: 500 }) },
  closed,
)
export type ProtectionChange = Static<typeof ProtectionChange>

/** Why somebody looks behind a turvakielto; it is kept in the audit and names no person. */
export const RevealRequest = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 500 }) }, closed)
