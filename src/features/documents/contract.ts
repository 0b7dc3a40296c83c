import { Type } from 'typebox'

const language = Type.Optional(Type.Union([Type.Literal('fi'), Type.Literal('sv'), Type.Literal('en')]))
const version = Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 }))
const closed = { additionalProperties: false } as const

/** `schedule`: only what happens when, for somebody to whom the rest does not belong. */
export const PdfQuery = Type.Object(
  { language, version, part: Type.Optional(Type.Union([Type.Literal('whole'), Type.Literal('schedule')])) },
  closed,
)
export const VersionQuery = Type.Object({ version }, closed)
export const CalendarQuery = Type.Object({ language }, closed)

export const PdfFile = Type.Unsafe<Uint8Array>({ type: 'string', contentMediaType: 'application/pdf' })
export const CalendarFile = Type.String({ contentMediaType: 'text/calendar' })
export const NationalFile = Type.Object(
  {},
  { additionalProperties: true, description: 'The plan as the national service takes it in' },
)
