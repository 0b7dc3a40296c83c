import { type Static, Type } from 'typebox'
import { Names } from '../codes/contract.ts'
import { Evidence } from '../evidence/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const Code = Type.String({ minLength: 1, maxLength: 200 })
const Uuid = Type.String({ format: 'uuid' })
const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })

/** How the competence is verified; the national codes 1, 2 and 3. */
export const verificationRoutes = ['direct', 'assessors', 'demonstration'] as const
export const VerificationRoute = Type.Enum([...verificationRoutes])
export type VerificationRoute = (typeof verificationRoutes)[number]

export const recognitionStates = ['asked', 'with-assessors', 'recognised', 'refused', 'withdrawn'] as const
export const RecognitionState = Type.Enum([...recognitionStates])
export type RecognitionState = (typeof recognitionStates)[number]

/** A unit, or a subject area of a common unit. */
const part = { unitCode: Code, subjectAreaCode: optional(Code) }
export const PartKey = Type.Object(part, closed)
export type PartKey = Static<typeof PartKey>

/** A part that could be recognised, with its names. */
export const Target = Type.Object(
  {
    ...part,
    names: Names,
    /** Of the common unit around a subject area. */
    unitNames: optional(Names),
    /** Whether the plan has it among what is to be acquired. */
    inPlan: Type.Boolean(),
  },
  closed,
)
export type Target = Static<typeof Target>

/** Why a record of the study register suggests a part. */
export const RegisterSource = Type.Object(
  {
    kind: Type.Literal('register'),
    /** The same code; the same name in requirements that these replaced; or only the same name. */
    match: Type.Enum(['same-code', 'replaced', 'same-name']),
    code: Type.String(),
    names: optional(Names),
    studyRightOid: Type.String(),
    diaryNumber: optional(Type.String()),
    grade: optional(Type.String()),
    scale: optional(Type.String()),
    assessedOn: optional(Type.String()),
    points: optional(Type.Number()),
  },
  closed,
)
export type RegisterSource = Static<typeof RegisterSource>

/** Where in the requirements words of the evidence stand: a hint where to look, never a decision. */
export const TextSource = Type.Object(
  {
    kind: Type.Literal('text'),
    evidenceId: Type.String(),
    passages: Type.Array(
      Type.Object(
        {
          language: Type.Enum(['fi', 'sv', 'en']),
          text: Type.String(),
          /** Words of the passage that answer to words of the evidence. */
          words: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type TextSource = Static<typeof TextSource>
export const SuggestionSource = Type.Union([RegisterSource, TextSource])
export type SuggestionSource = Static<typeof SuggestionSource>

export const Suggestion = Type.Object({ key: Type.String(), part: Target, source: SuggestionSource }, closed)
export type Suggestion = Static<typeof Suggestion>

/** What could not be compared, said plainly. */
export const SuggestionLimit = Type.Enum(['no-requirements', 'no-texts', 'unnamed-records', 'no-evidence'])
export type SuggestionLimit = 'no-requirements' | 'no-texts' | 'unnamed-records' | 'no-evidence'

export const SuggestionList = Type.Object(
  {
    items: Type.Array(
      Type.Object({ planId: Type.String(), ...Suggestion.properties, asked: Type.Boolean() }, closed),
    ),
    limits: Type.Array(SuggestionLimit),
  },
  closed,
)
export type SuggestionList = Static<typeof SuggestionList>

export const Assessor = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    institutionOid: optional(Type.String({ pattern: '^[0-9]+(\\.[0-9]+){3,20}$', maxLength: 100 })),
  },
  closed,
)
export type Assessor = Static<typeof Assessor>

export const Recognition = Type.Object(
  {
    id: Type.String(),
    planId: Type.String(),
    part: Target,
    state: RecognitionState,
    route: optional(VerificationRoute),
    wish: optional(Type.String()),
    source: optional(SuggestionSource),
    evidence: Type.Array(Evidence),
    assessors: optional(Type.Array(Assessor)),
    sentOn: optional(Type.String()),
    reason: optional(Type.String()),
    askedAt: Type.String(),
    askedBy: optional(Type.String()),
    decidedAt: optional(Type.String()),
    decidedBy: optional(Type.String()),
    planVersion: optional(Type.Integer()),
    version: Version,
  },
  closed,
)
export type Recognition = Static<typeof Recognition>

export const RecognitionPlan = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer(),
    qualification: optional(Names),
    institutionOid: optional(Type.String()),
    /** What could be asked for: in the plan first. */
    parts: Type.Array(Target),
  },
  closed,
)
export const RecognitionList = Type.Object(
  {
    plans: Type.Array(RecognitionPlan),
    items: Type.Array(Recognition),
    permittedActions: Type.Array(Type.Enum(['ask', 'decide'])),
  },
  closed,
)
export type RecognitionList = Static<typeof RecognitionList>

/** One evidence may speak of several parts: all are asked for in one go. */
export const NewRecognitions = Type.Object(
  {
    planId: Uuid,
    parts: Type.Array(
      Type.Object({ ...part, suggestion: optional(Type.String({ maxLength: 500 })) }, closed),
      {
        minItems: 1,
        maxItems: 50,
      },
    ),
    evidenceIds: Type.Array(Uuid, { maxItems: 50, uniqueItems: true }),
    wish: optional(Type.String({ maxLength: 1000 })),
  },
  closed,
)
export type NewRecognitions = Static<typeof NewRecognitions>

export const SentToAssessors = Type.Object(
  {
    assessors: Type.Array(Assessor, { minItems: 1, maxItems: 10 }),
    sentOn: Type.String({ format: 'date' }),
    version: Version,
  },
  closed,
)
export type SentToAssessors = Static<typeof SentToAssessors>

export const RecognitionVersion = Type.Object({ version: Version }, closed)

/** What happens to the periods of what is recognised: those to come go and one under way ends today, or all stay. */
export const PeriodChoice = Type.Enum(['end', 'keep'])
export type PeriodChoice = Static<typeof PeriodChoice>

const decided = {
  planId: Uuid,
  /** Each with the version that was read: of two who decide at once the later is told. */
  items: Type.Array(Type.Object({ id: Uuid, version: Version }, closed), { minItems: 1, maxItems: 50 }),
  reason: Reason,
}
export const NewDecision = Type.Union([
  Type.Object({ decision: Type.Literal('refused'), ...decided }, closed),
  Type.Object(
    {
      decision: Type.Literal('recognised'),
      ...decided,
      route: VerificationRoute,
      periods: PeriodChoice,
      /** The version of the plan whose effects were shown. */
      planVersion: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    },
    closed,
  ),
])
export type NewDecision = Static<typeof NewDecision>

/** What a decision does to the plan, told before it is made. */
export const Effect = Type.Object(
  {
    kind: Type.Enum([
      ...['prior-added', 'unit-removed', 'unit-kept', 'period-removed', 'period-shortened'],
      ...['period-kept', 'demonstration-removed', 'demonstration-moved', 'demonstration-kept'],
    ] as const),
    part: Target,
    start: optional(Type.String()),
    end: optional(Type.String()),
    /** The workplace of a period with a training or an apprenticeship agreement: somebody must be told. */
    workplace: optional(Type.String()),
    agreement: optional(Type.Boolean()),
  },
  closed,
)
export type Effect = Static<typeof Effect>
export const EffectList = Type.Object({ planVersion: Type.Integer(), items: Type.Array(Effect) }, closed)
export type EffectList = Static<typeof EffectList>
