/**
 * A path template: the units of a qualification in the order in which a group studies them, with periods by weeks from
 * the path's first week. It holds no dates and no people; a date comes when it is applied to somebody.
 */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const id = Type.String({ pattern: '^[a-z0-9-]{1,40}$' })

/** 0 is the Monday-to-Sunday week in which the path begins. */
export const WeekOffset = Type.Integer({ minimum: 0, maximum: 259 })

/** Where a period is: at the provider, at a workplace under either form of agreement, or by own and other ways. */
export const TemplateMethod = Type.Enum(['school', 'training-agreement', 'apprenticeship', 'other'])
export type TemplateMethod = Static<typeof TemplateMethod>

export const TemplatePeriod = Type.Object(
  {
    /** Stays the same through versions, so that a plan's period is known again. */
    id,
    week: WeekOffset,
    weeks: Type.Integer({ minimum: 1, maximum: 260 }),
    method: TemplateMethod,
    /** Percent of full time. */
    share: optional(Type.Integer({ minimum: 1, maximum: 100 })),
    /** Planned teaching and guidance, in hours. */
    hours: optional(Type.Number({ minimum: 0, maximum: 10_000 })),
    /** What is learned, for workplace periods; at most as long as a plan takes. */
    tasks: optional(Type.Array(Type.String({ maxLength: 500 }), { maxItems: 20 })),
    note: optional(Type.String({ maxLength: 500 })),
  },
  closed,
)
export type TemplatePeriod = Static<typeof TemplatePeriod>

export const TemplateDemonstration = Type.Object(
  {
    id,
    week: WeekOffset,
    weeks: Type.Integer({ minimum: 1, maximum: 52 }),
    /** At the workplace of the unit's workplace period, or at school. */
    place: Type.Enum(['workplace', 'school']),
    tasks: optional(Type.Array(Type.String({ maxLength: 500 }), { maxItems: 20 })),
  },
  closed,
)
export type TemplateDemonstration = Static<typeof TemplateDemonstration>

const course = {
  periods: Type.Array(TemplatePeriod, { maxItems: 20 }),
  demonstrations: Type.Array(TemplateDemonstration, { maxItems: 10 }),
}

export const TemplateSubjectArea = Type.Object(
  {
    /** Code of the subject area, as the plan writes it. */
    code: Type.String({ maxLength: 100 }),
    ...course,
  },
  closed,
)
export type TemplateSubjectArea = Static<typeof TemplateSubjectArea>

/** The order in the list is the order of studying. */
export const TemplateUnit = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('vocational'),
      id,
      /** `tutkinnonosat_100001`. */
      code: Type.String({ maxLength: 100 }),
      /** Where the unit is of other requirements than the template's. */
      diaryNumber: optional(Type.String({ maxLength: 40 })),
      ...course,
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('common'),
      id,
      code: Type.String({ maxLength: 100 }),
      subjectAreas: Type.Array(TemplateSubjectArea, { maxItems: 40 }),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('local'),
      id,
      name: Type.String({ minLength: 1, maxLength: 300 }),
      points: Type.Number({ minimum: 0, maximum: 300 }),
      description: optional(Type.String({ maxLength: 2000 })),
      ...course,
    },
    closed,
  ),
])
export type TemplateUnit = Static<typeof TemplateUnit>

export const TemplateBody = Type.Object(
  {
    units: Type.Array(TemplateUnit, { maxItems: 100 }),
    /** Weeks in which nothing is planned, as holidays: periods that meet them go on after. */
    breaks: Type.Array(
      Type.Object({ week: WeekOffset, weeks: Type.Integer({ minimum: 1, maximum: 20 }) }, closed),
      { maxItems: 30 },
    ),
    careerPlanCode: optional(Type.String({ maxLength: 100 })),
  },
  closed,
)
export type TemplateBody = Static<typeof TemplateBody>

/** Of whom a copy was taken. */
export const TemplateOrigin = Type.Object(
  {
    providerId: Type.String(),
    providerName: Type.String(),
    templateId: Type.String(),
    version: Type.Integer(),
    takenOn: Type.String({ format: 'date' }),
  },
  closed,
)
export type TemplateOrigin = Static<typeof TemplateOrigin>
