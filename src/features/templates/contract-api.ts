/** What our own interface shows of templates and takes in. */
import { type Static, Type } from 'typebox'
import { Names } from '../codes/contract.ts'
import { NamedCode, ShownFinding } from '../plans/contract-api.ts'
import { UnitChoices } from '../plans/contract-choices.ts'
import { PlanFormation } from '../plans/contract-formation.ts'
import { TemplateBody, TemplateOrigin } from './contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional
const id = Type.String({ format: 'uuid' })
const code = Type.String({ minLength: 1, maxLength: 200 })

export const TemplateName = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
export const TemplateReason = Type.String({ maxLength: 500 })

/** A newer version than the one that a copy was taken of, given to us: told, never applied by itself. */
export const NewerGift = Type.Object({ giftId: Type.String(), version: Type.Integer() }, closed)

export const TemplateRow = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    diaryNumber: Type.String(),
    qualificationNames: optional(Names),
    competenceArea: optional(Type.String()),
    competenceAreaNames: optional(Names),
    groupCode: optional(Type.String()),
    version: Type.Integer(),
    changedAt: Type.String(),
    retired: Type.Boolean(),
    origin: optional(TemplateOrigin),
    newer: optional(NewerGift),
  },
  closed,
)
export type TemplateRow = Static<typeof TemplateRow>

export const TemplateList = Type.Object(
  {
    items: Type.Array(TemplateRow),
    /** How many there are in all, by no search. */
    total: Type.Integer(),
    permittedActions: Type.Array(Type.Enum(['edit'])),
  },
  closed,
)
export type TemplateList = Static<typeof TemplateList>

/** What a template is about; a template of a plan takes the qualification of the plan's study right. */
const about = {
  name: TemplateName,
  competenceArea: optional(code),
  groupCode: optional(Type.String({ maxLength: 60 })),
}

export const NewTemplate = Type.Object(
  {
    ...about,
    diaryNumber: optional(code),
    from: Type.Union([
      Type.Object({ kind: Type.Literal('scratch') }, closed),
      Type.Object({ kind: Type.Literal('structure') }, closed),
      Type.Object({ kind: Type.Literal('plan'), planId: id }, closed),
    ]),
  },
  closed,
)
export type NewTemplate = Static<typeof NewTemplate>

export const TemplateEdit = Type.Object(
  { ...about, body: TemplateBody, reason: optional(TemplateReason) },
  closed,
)
export type TemplateEdit = Static<typeof TemplateEdit>

export const TemplateSaved = Type.Object({ id: Type.String(), version: Type.Integer() }, closed)
export type TemplateSaved = Static<typeof TemplateSaved>

export const TemplateToCheck = Type.Object(
  { diaryNumber: code, competenceArea: optional(code), body: TemplateBody },
  closed,
)
export type TemplateToCheck = Static<typeof TemplateToCheck>

export const TemplateChecked = Type.Object(
  { findings: Type.Array(ShownFinding), formation: PlanFormation },
  closed,
)
export type TemplateChecked = Static<typeof TemplateChecked>

export const TemplatePage = Type.Object(
  {
    template: TemplateRow,
    body: TemplateBody,
    ...TemplateChecked.properties,
    /** Of every code in the body. */
    names: Type.Record(Type.String(), NamedCode),
    /** Missing where the qualification is not known here. */
    choices: optional(UnitChoices),
    competenceAreas: Type.Array(Type.Object({ code: Type.String(), names: Names }, closed)),
    permittedActions: Type.Array(Type.Enum(['edit', 'give'])),
  },
  closed,
)
export type TemplatePage = Static<typeof TemplatePage>

export const TemplateVersionRow = Type.Object(
  {
    version: Type.Integer(),
    savedAt: Type.String(),
    author: optional(Type.String()),
    reason: optional(Type.String()),
  },
  closed,
)
export type TemplateVersionRow = Static<typeof TemplateVersionRow>

export const TemplateVersionList = Type.Object({ items: Type.Array(TemplateVersionRow) }, closed)
export type TemplateVersionList = Static<typeof TemplateVersionList>

/** An earlier version, and in words how the newest differs from it. */
export const TemplateVersionPage = Type.Object(
  {
    version: TemplateVersionRow,
    body: TemplateBody,
    names: Type.Record(Type.String(), NamedCode),
    newest: Type.Integer(),
    changes: Type.Array(Type.String()),
  },
  closed,
)
export type TemplateVersionPage = Static<typeof TemplateVersionPage>

export const TemplateRestore = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  closed,
)
export type TemplateRestore = Static<typeof TemplateRestore>
