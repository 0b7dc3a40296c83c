import type { PlainField, StatementBody, StatementKind, WordedField } from './contract.ts'

interface Fields {
  readonly plain: readonly PlainField[]
  readonly worded: readonly WordedField[]
  /** Without which a statement is not complete. */
  readonly required: readonly (PlainField | WordedField)[]
}

/** What belongs to each statement, in the order in which it is asked for and read. */
export const fieldsOf: Readonly<Record<StatementKind, Fields>> = {
  accessibility: {
    plain: ['status', 'assessedOn', 'assessedBy', 'contactEmail', 'contactPhone'],
    worded: ['shortcomings', 'authority'],
    required: ['status', 'assessedOn', 'contactEmail', 'authority'],
  },
  privacy: {
    plain: ['controller', 'controllerContact', 'officerContact'],
    worded: ['purposes', 'bases', 'categories', 'sources', 'recipients', 'transfers', 'extra'],
    required: [
      ...(['controller', 'controllerContact', 'officerContact'] as const),
      ...(['purposes', 'bases', 'categories', 'recipients', 'transfers'] as const),
    ],
  },
  processing: {
    plain: ['controller', 'controllerContact', 'officerContact'],
    worded: ['purposes', 'bases', 'subjects', 'categories', 'recipients', 'transfers', 'security', 'extra'],
    required: [
      ...(['controller', 'controllerContact', 'officerContact'] as const),
      ...(['purposes', 'subjects', 'categories', 'recipients', 'transfers', 'security'] as const),
    ],
  },
}

export const statuses = ['full', 'partial', 'none'] as const
export const assessors = ['self', 'external'] as const
const languages = ['fi', 'sv', 'en'] as const

/** Required fields that say nothing, or not in every language; shortcomings where there are said to be some. */
export function missingFields(kind: StatementKind, body: StatementBody): string[] {
  const { required, worded } = fieldsOf[kind]
  const partly = kind === 'accessibility' && body.plain.status !== 'full'
  const all = partly ? [...required, 'shortcomings' as const] : required
  return all.filter(field => {
    if (!worded.includes(field as WordedField)) return (body.plain[field as PlainField] ?? '').trim() === ''
    const text = body.worded[field as WordedField]
    return languages.some(language => (text?.[language] ?? '').trim() === '')
  })
}

/** The body with the fields of its kind only; what it does not say is taken from our texts. */
export function completed(kind: StatementKind, body: StatementBody, ours: StatementBody): StatementBody {
  const { plain, worded } = fieldsOf[kind]
  const pick = <K extends string, V>(
    fields: readonly K[],
    from: { readonly [P in K]?: V | undefined },
    or: { readonly [P in K]?: V | undefined },
  ) =>
    Object.fromEntries(
      fields.flatMap(field => {
        const value = from[field] ?? or[field]
        return value === undefined ? [] : [[field, value]]
      }),
    )
  return {
    plain: pick(plain, body.plain, ours.plain),
    worded: pick(worded, body.worded, ours.worded),
  }
}

export const emptyBody: StatementBody = { plain: {}, worded: {} }

/** Within so many days feedback is to be answered (306/2019, 3 a luku as read in the facts; a setting would be law as code). */
export const answerDays = 14
/** Feedback a provider is given in an hour at the most. */
export const feedbackAnHour = 600
/** Of one address: a school's people may share one, and nobody else is shut out by them. */
export const feedbackOfAnAddress = 20
