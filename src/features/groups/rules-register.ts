/** A group as the student register's file tells of it, and which teachers its students were told to have. */
export interface ToldGroup {
  readonly code: string
  /** Undefined: not told. */
  readonly name?: string
  /** Ids of members of the staff, one for each student of whom one was told. */
  readonly teachers: readonly string[]
  /** Whether the register tells of any student in it something else than last time. */
  readonly news: boolean
}

export interface StoredGroup {
  readonly code: string
  readonly name: string | null
  readonly teacher_id: string | null
  readonly ends_on: string | null
  readonly continues_as: string | null
}

/** The teacher of most of the students: whom a group gets that has none. */
export function teacherOfMost(teachers: readonly string[]): string | undefined {
  const counts = Map.groupBy(teachers, teacher => teacher)
  let most: string | undefined
  for (const [teacher, found] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (most === undefined || found.length > (counts.get(most)?.length ?? 0)) most = teacher
  }
  return most
}

/**
 * The open group that a code of the register means today: a group that went on under another code is followed there,
 * because the register may not know of the change of year yet.
 */
export function presentGroup(code: string, groups: ReadonlyMap<string, StoredGroup>): string {
  let at = code
  for (let steps = 0; steps < groups.size; steps += 1) {
    const group = groups.get(at)
    if (group?.ends_on == null || group.continues_as === null) return at
    at = group.continues_as
  }
  return at
}

export interface GroupToWrite {
  readonly code: string
  readonly name: string | null
  readonly teacherId: string | null
}

/**
 * What must be written of the groups told: new ones, other names, a teacher where there was none. A group that has ended is
 * opened again, and written at all, only where the register tells news: it may not know of the change of year.
 */
export function groupsToWrite(
  told: readonly ToldGroup[],
  groups: ReadonlyMap<string, StoredGroup>,
): GroupToWrite[] {
  return told.flatMap(({ code, name, news, teachers }) => {
    const stored = groups.get(code)
    if (stored && stored.ends_on !== null && !news) return []
    const row = {
      code,
      name: name ?? stored?.name ?? null,
      teacherId: stored?.teacher_id ?? teacherOfMost(teachers) ?? null,
    }
    const same =
      stored && stored.name === row.name && stored.teacher_id === row.teacherId && stored.ends_on === null
    return same ? [] : [row]
  })
}
