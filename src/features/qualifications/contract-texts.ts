/**
 * The texts of requirements: what is to be mastered, how it is shown, how it is assessed. They stand apart from the
 * structure, because only a reader of one unit needs them.
 */
import { type Static, Type } from 'typebox'
import { Names } from '../codes/contract.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

/** One line of plain text: what the national files give as HTML is never kept as such. */
export const TextLine = Type.Object(
  {
    kind: Type.Enum(['heading', 'paragraph', 'item']),
    text: Type.String(),
    /** Of an item: 1 in an outermost list, 2 in a list in it. */
    depth: optional(Type.Integer({ minimum: 1 })),
  },
  closed,
)
export type TextLine = Static<typeof TextLine>

/** The same text in the languages that the source has. */
export const LocalisedText = Type.Object(
  {
    fi: optional(Type.Array(TextLine)),
    sv: optional(Type.Array(TextLine)),
    en: optional(Type.Array(TextLine)),
  },
  closed,
)
export type LocalisedText = Static<typeof LocalisedText>

/** A heading, the words that begin each sentence, and the items that end it; or free text of the older files. */
export const Passage = Type.Object(
  {
    heading: optional(Names),
    lead: optional(Names),
    items: optional(Type.Array(Names)),
    text: optional(LocalisedText),
  },
  closed,
)
export type Passage = Static<typeof Passage>

/** What work of one grade is like. The grade is absent where the scale has only one level. */
export const GradeLevel = Type.Object(
  { grade: optional(Type.String()), names: optional(Names), items: Type.Array(Names) },
  closed,
)
export const CriteriaTarget = Type.Object(
  { heading: optional(Names), lead: optional(Names), levels: Type.Array(GradeLevel) },
  closed,
)
export type CriteriaTarget = Static<typeof CriteriaTarget>
export const CriteriaGroup = Type.Object(
  { heading: optional(Names), targets: Type.Array(CriteriaTarget) },
  closed,
)
export type CriteriaGroup = Static<typeof CriteriaGroup>

const assessed = {
  criteria: Type.Array(CriteriaGroup),
  /** Further words on assessment. */
  assessment: optional(LocalisedText),
  /** The key of a scale that many units share. */
  scale: optional(Type.String()),
}

export const AreaText = Type.Object(
  {
    codeUri: Type.String(),
    names: Names,
    compulsory: Type.Array(Passage),
    optional: Type.Array(Passage),
    ...assessed,
  },
  closed,
)
export type AreaText = Static<typeof AreaText>

export const UnitText = Type.Object(
  {
    description: optional(LocalisedText),
    requirements: Type.Array(Passage),
    demonstrating: optional(LocalisedText),
    areas: Type.Array(AreaText),
    ...assessed,
  },
  closed,
)
export type UnitText = Static<typeof UnitText>

/** A scale of assessment that units refer to. */
export const ScaleText = Type.Object({ names: Names, criteria: Type.Array(CriteriaGroup) }, closed)
export type ScaleText = Static<typeof ScaleText>

/** Descriptions of groups, by method and path, as in `reformi 0/2`. */
export const StructureText = Type.Record(Type.String(), LocalisedText)
export type StructureText = Static<typeof StructureText>

/** All texts of a qualification, each stored on its own. */
export interface QualificationTexts {
  readonly structure: StructureText
  readonly scales: ReadonlyMap<string, ScaleText>
  /** By the code of a unit, or of a part of preparatory education. */
  readonly units: ReadonlyMap<string, UnitText>
}
