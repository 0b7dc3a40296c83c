import { addDays, plainDateOf } from '../../src/platform/time/plain-date.ts'
import type { Hoks } from './hoks.ts'

/** One value changed here by a person of the demo; the pointer is into the plan in our own words. */
export interface Edit {
  readonly studyRightOid: string
  readonly subject: string
  readonly reason: string
  readonly pointer: string
  readonly value: string | number
}

export interface History {
  readonly edits: readonly Edit[]
  readonly resent: readonly Hoks[]
}

/** Who edits the plans of a provider, and in what words. */
export interface Editor {
  readonly subject: string
  readonly shorterWeek: string
  readonly newGoal: string
  /** Why a plan is to be taken away in the national service. */
  readonly wrongRight: string
}

function firstWork(hoks: Hoks) {
  return hoks['hankittavat-ammat-tutkinnon-osat']?.[0]?.['osaamisen-hankkimistavat']?.[1]
}

/**
 * The first plan gets a true conflict: a teacher shortens the week to 80 %, the register says 60 %. The second gets a
 * merge: a teacher sets another goal, the register moves the end of a period.
 */
export function makeHistory(plans: readonly Hoks[], editor: Editor): History {
  const [conflicting, merging] = plans.filter(hoks => firstWork(hoks))
  if (!conflicting || !merging) return { edits: [], resent: [] }
  const about = (hoks: Hoks) => ({ studyRightOid: hoks['opiskeluoikeus-oid'], subject: editor.subject })
  const share = '/vocationalUnits/0/learningPeriods/1/partTimeShare'
  const edits = [
    { ...about(conflicting), reason: editor.shorterWeek, pointer: share, value: 80 },
    { ...about(merging), reason: editor.newGoal, pointer: '/careerPlanCode', value: 'urasuunnitelma_0003' },
  ]
  const [conflicted, moved] = structuredClone([conflicting, merging])
  const [work, other] = [conflicted && firstWork(conflicted), moved && firstWork(moved)]
  if (work) work['osa-aikaisuustieto'] = 60
  if (other) other.loppu = addDays(plainDateOf(other.loppu), -7)
  return { edits, resent: [conflicted, moved].flatMap(hoks => hoks ?? []) }
}
