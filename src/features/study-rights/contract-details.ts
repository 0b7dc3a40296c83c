/**
 * What the study right register tells beyond what plans show: read by rules, kept apart from the study right itself. Codes
 * are bare values (`oppisopimus`, `5`), dates are `YYYY-MM-DD`, names are as the register gives them.
 */
import { type Static, Type } from 'typebox'
import { Names } from '../codes/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const date = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })

/** Days from the first to the last; no `end` means that it goes on. */
const dates = { start: optional(date), end: optional(date) }
export const DatedPeriod = Type.Object(dates, closed)
export type DatedPeriod = Static<typeof DatedPeriod>

const Periods = optional(Type.Array(DatedPeriod))

/** Apprenticeship: with whom, and how it was cancelled. */
export const Apprenticeship = Type.Object(
  {
    employer: optional(Names),
    businessId: optional(Type.String()),
    cancelledOn: optional(date),
    cancelledInTrial: optional(Type.Boolean()),
  },
  closed,
)
export type Apprenticeship = Static<typeof Apprenticeship>

/** How competence is acquired in a period: `koulutussopimus`, `oppisopimus`; before 2018 `10` and `20` of another set. */
export const Acquiring = Type.Object(
  { ...dates, way: Type.String(), apprenticeship: optional(Apprenticeship) },
  closed,
)
export type Acquiring = Static<typeof Acquiring>

/** A training agreement with a workplace (koulutussopimus). */
export const TrainingAgreement = Type.Object(
  {
    ...dates,
    workplace: optional(Names),
    businessId: optional(Type.String()),
    municipality: optional(Type.String()),
    country: optional(Type.String()),
  },
  closed,
)
export type TrainingAgreement = Static<typeof TrainingAgreement>

export const Assessment = Type.Object(
  {
    grade: Type.String(),
    /** The code set of the grade: the scale. */
    scale: optional(Type.String()),
    assessedOn: optional(date),
    passed: optional(Type.Boolean()),
  },
  closed,
)
export type Assessment = Static<typeof Assessment>

const unitMembers = {
  /** Of the national set `codeSet`; local where that is missing. */
  code: Type.String(),
  codeSet: optional(Type.String()),
  /** Of a local code, which no code set names. */
  names: optional(Names),
  compulsory: optional(Type.Boolean()),
  points: optional(Type.Number()),
  /** The language that is studied. */
  subjectLanguage: optional(Type.String()),
  /** The newest one that has a date, else the last. */
  assessment: optional(Assessment),
  confirmedOn: optional(date),
  /** Recognised as competence acquired before; `funded`: counted in the funding all the same. */
  recognised: optional(Type.Object({ funded: optional(Type.Boolean()) }, closed)),
  /** Of the set `ammatillisentutkinnonosanlisatieto`: adapted, assessed by a differing scale … */
  remarks: optional(Type.Array(Type.String())),
}

export const SubjectAreaCompleted = Type.Object(unitMembers, closed)
export type SubjectAreaCompleted = Static<typeof SubjectAreaCompleted>

/** A unit that has been completed, or of which something has. */
export const UnitCompleted = Type.Object(
  {
    ...unitMembers,
    /** Of the set `ammatillisentutkinnonosanryhma`. */
    group: optional(Type.String()),
    /** The other qualification from which the unit is. */
    fromQualification: optional(
      Type.Object({ code: optional(Type.String()), diaryNumber: optional(Type.String()) }, closed),
    ),
    subjectAreas: optional(Type.Array(SubjectAreaCompleted)),
  },
  closed,
)
export type UnitCompleted = Static<typeof UnitCompleted>

/** Beside the attainment of the study right at the same place of the list. */
export const AttainmentDetails = Type.Object(
  {
    startsOn: optional(date),
    confirmedOn: optional(date),
    unitOid: optional(Type.String()),
    group: optional(Type.String()),
    average: optional(Type.Number()),
    averageHasAdapted: optional(Type.Boolean()),
    acquiring: optional(Type.Array(Acquiring)),
    agreements: optional(Type.Array(TrainingAgreement)),
    units: optional(Type.Array(UnitCompleted)),
  },
  closed,
)
export type AttainmentDetails = Static<typeof AttainmentDetails>

export const StudyRightDetails = Type.Object(
  {
    /** Of the register, growing with each change there. */
    version: optional(Type.Integer()),
    changedAt: optional(Type.String()),
    sourceSystem: optional(
      Type.Object({ id: optional(Type.String()), system: optional(Type.String()) }, closed),
    ),
    bought: optional(Type.Boolean()),
    attainments: Type.Array(AttainmentDetails),
    /** Percent of full time, from 0 to under 100. */
    partTime: optional(Type.Array(Type.Object({ ...dates, percent: Type.Number() }, closed))),
    abroad: optional(Type.Array(Type.Object({ ...dates, country: optional(Type.String()) }, closed))),
    freeOfCharge: optional(Type.Array(Type.Object({ ...dates, free: optional(Type.Boolean()) }, closed))),
    freeOfChargeExtended: Periods,
    staffTraining: optional(Type.Boolean()),
    exportOfEducation: optional(Type.Boolean()),
    movedToNewRequirements: optional(Type.Boolean()),
    jotpaNumber: optional(Type.String()),
  },
  closed,
)
export type StudyRightDetails = Static<typeof StudyRightDetails>

/** What the register itself hides behind a role of its own. */
export const StudyRightConfidential = Type.Object(
  {
    specialSupport: Periods,
    demandingSupport: Periods,
    demandingSupportHousing: Periods,
    severelyDisabled: Periods,
    disabledWithAssistant: Periods,
    disabled: Periods,
    studyReadiness: Periods,
    housing: Periods,
    boardingSchool: Periods,
    freeDormitory: optional(Type.Boolean()),
    prison: Periods,
    reformatory: Periods,
    /** Decisions before 2018 (HOJKS): the group of teaching. */
    individualPlan: optional(Type.Object({ ...dates, group: optional(Type.String()) }, closed)),
  },
  closed,
)
export type StudyRightConfidential = Static<typeof StudyRightConfidential>
