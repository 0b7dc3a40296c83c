import { type Static, Type } from 'typebox'
import { StudentSearch } from '../students/contract-list.ts'

const closed = { additionalProperties: false } as const

/** Everything but what was typed: that may be somebody's name, and a view outlives its erasure. */
export const ViewQuery = Type.Omit(StudentSearch, ['text'], closed)
export type ViewQuery = Static<typeof ViewQuery>

export const NewView = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), query: ViewQuery },
  closed,
)
export type NewView = Static<typeof NewView>

export const SavedView = Type.Object({ id: Type.String({ format: 'uuid' }), ...NewView.properties }, closed)
export type SavedView = Static<typeof SavedView>

export const SavedViewList = Type.Object({ items: Type.Array(SavedView) }, closed)
export type SavedViewList = Static<typeof SavedViewList>
