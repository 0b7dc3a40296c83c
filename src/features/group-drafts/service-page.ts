import { namesOf, type PlanPageDependencies } from '../plans/public.ts'
import { displayName } from '../students/rules.ts'
import { protectionOf } from '../students/rules-protection.ts'
import { codesOf } from '../templates/rules-courses.ts'
import type { DraftPage, DraftRow } from './contract.ts'
import { columnsOf } from './rules-columns.ts'
import { type LoadedDraft, type LoadedRow, type Reader, seesSupport } from './service.ts'

/** The table as one teacher sees it; of those masked to them only that they are there. */
export function pageOf(
  { draft, rows, template }: LoadedDraft,
  reader: Pick<Reader, 'actor'>,
  dependencies: Pick<PlanPageDependencies, 'nameOf'>,
): DraftPage {
  const { body, ...head } = template
  const areas = rows.flatMap(({ otherArea, record }) => (record.masked ? [] : (otherArea ?? [])))
  return {
    id: draft.id,
    version: draft.version,
    template: { ...head, version: draft.template_version },
    ...(draft.group_code === null ? {} : { groupCode: draft.group_code }),
    startsOn: draft.starts_on,
    ...(draft.saved_at === null ? {} : { savedAt: draft.saved_at.toISOString() }),
    columns: columnsOf(body, { support: seesSupport(reader) }),
    rows: rows.map(rowOf),
    names: namesOf([...codesOf(body), ...new Set(areas)], null, dependencies),
  }
}

export function rowOf({ drafted, otherArea, planId, record, unchanged }: LoadedRow): DraftRow {
  const { cells, leftOut, moved, problem, ready } = drafted
  const base = {
    key: record.key,
    version: record.version,
    studentId: record.student_id,
    ...(record.outcome === null ? {} : { outcome: record.outcome }),
  }
  const protection = protectionOf({ protected: record.protected, masked: record.masked })
  const shown = protection === undefined ? base : { ...base, protection }
  if (record.masked) return { ...shown, problem: 'protected', ready: false, cells: {}, leftOut: [], moved: 0 }
  const name = displayName(record)
  return {
    ...shown,
    ...(name === undefined ? {} : { name }),
    ...(record.language === null ? {} : { language: record.language }),
    ...(problem === undefined ? {} : { problem }),
    ready,
    cells: { ...cells },
    leftOut: [...leftOut],
    moved,
    ...(otherArea === undefined ? {} : { otherArea }),
    ...(planId === undefined ? {} : { planId }),
    ...(unchanged ? { unchanged } : {}),
  }
}
