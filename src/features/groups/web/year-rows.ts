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

/** The code of the next year: the year in it, of two or four digits, is one more. Undefined where there is none. */
export function nextCode(code: string): string | undefined {
  const year = /(?<!\d)(?:20\d\d|\d\d)(?!\d)/
  if (!year.test(code)) return undefined
  return code.replace(year, digits =>
    String(Number(digits) + 1)
      .padStart(digits.length, '0')
      .slice(-digits.length),
  )
}

/** Every group that goes on and whose code holds a year gets the next one; what somebody has written stays. */
export function withNextCodes(groups: readonly GroupRow[], edits: Edits): Edits {
  const suggested = groups.flatMap(({ code }): [string, Edit][] => {
    const continuesAs = nextCode(code)
    const edit = edits[code]
    if (continuesAs === undefined || edit?.ends === true || edit?.continuesAs !== undefined) return []
    return [[code, { ...edit, continuesAs }]]
  })
  return { ...edits, ...Object.fromEntries(suggested) }
}
