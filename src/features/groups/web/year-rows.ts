import type { GroupRow, YearRow } from '../contract.ts'

/** What somebody has written about one group; what is missing stays as it is. */
export interface Edit {
  readonly ends?: boolean
  readonly continuesAs?: string
  readonly name?: string
  readonly teacherId?: string
}

/** By the code of the group. */
export type Edits = Readonly<Record<string, Edit>>

/** The rows that change something: what nobody touched is not sent. */
export function rowsOf(groups: readonly GroupRow[], edits: Edits): YearRow[] {
  return groups.flatMap((group): YearRow[] => {
    const edit = edits[group.code] ?? {}
    const continuesAs = (edit.continuesAs ?? group.code).trim() || group.code
    const name = (edit.name ?? group.name ?? '').trim()
    const teacherId = edit.teacherId ?? group.teacher?.id ?? ''
    const same =
      edit.ends !== true &&
      continuesAs === group.code &&
      name === (group.name ?? '') &&
      teacherId === (group.teacher?.id ?? '')
    if (same) return []
    const row = { code: group.code, version: group.version }
    if (edit.ends === true) return [{ ...row, continuesAs: null }]
    return [{ ...row, continuesAs, name: name || null, teacherId: teacherId || null }]
  })
}
