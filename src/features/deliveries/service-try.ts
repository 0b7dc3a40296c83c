import { attachContacts } from '../plans/rules-contacts.ts'
import type { Looked, NationalForm, NationalService, NationalSession } from './contract-service.ts'
import type { Claimed, StoredVersion } from './queries-claim.ts'
import {
  afterLook,
  afterSending,
  type Compared,
  contradiction,
  fault,
  firstStep,
  isVerdict,
  type Known,
  mostSteps,
  type Next,
  type Step,
  tooLate,
  type Verdict,
} from './rules.ts'
import { withGaps } from './rules-gaps.ts'

type Owner = Pick<Claimed, 'contacts' | 'student_oid' | 'study_right_oid'>

/** A stored version as it is sent: people in their places, and the numbers by which the service knows whose it is. */
export function formOf(national: NationalService, version: StoredVersion, owner: Owner): NationalForm {
  const contacts = Object.entries(owner.contacts).map(([id, contact]) => [id, withGaps(id, contact)] as const)
  const plan = attachContacts(version.body, new Map(contacts))
  const whose = { studentOid: owner.student_oid, studyRightOid: owner.study_right_oid }
  return national.formOf({ ...plan, ...whose }, version.unknown_members ?? [])
}

/** What was delivered last, as it is sent; undefined when nothing was. */
export function deliveredForm(national: NationalService, row: Claimed): NationalForm | undefined {
  if (row.delivered_version === null) return undefined
  if (row.delivered_body === null) return formOf(national, row, row)
  return formOf(national, { body: row.delivered_body, unknown_members: row.delivered_members }, row)
}

export interface Tried {
  readonly verdict: Verdict
  readonly digest: string
  readonly nationalId: number | undefined
  /** Whether anything was sent that may have changed something there. */
  readonly sent: boolean
}

export interface Trying {
  readonly national: NationalService
  readonly session: NationalSession
  /** Whether there is time for one more question before the lease runs out. */
  readonly inTime: () => boolean
  /** Versions of the plan before the wanted one, newest first. */
  readonly earlier: (row: Claimed) => Promise<readonly StoredVersion[]>
  /** Told of a fault of ours. */
  readonly complain: (error: unknown) => void
}

type Progress = { -readonly [K in keyof Omit<Tried, 'verdict'>]: Tried[K] }

/** Tries once to bring a plan there. A fault of ours in one plan must not keep the others from being sent. */
export async function tryOnce(trying: Trying, row: Claimed): Promise<Tried> {
  const progress: Progress = { digest: '', nationalId: row.national_id ?? undefined, sent: false }
  try {
    return { verdict: await goThrough(trying, row, progress), ...progress }
  } catch (error) {
    trying.complain(error)
    return { verdict: fault, ...progress }
  }
}

/** As many questions as the rules ask for, within the lease. */
async function goThrough(trying: Trying, row: Claimed, progress: Progress): Promise<Verdict> {
  const form = formOf(trying.national, row, row)
  progress.digest = form.digest
  const known: Known = {
    attempts: row.attempts,
    nationalId: row.national_id ?? undefined,
    deliveredDigest: row.delivered_digest ?? undefined,
    digest: form.digest,
  }
  let next: Next = firstStep(known)
  for (let steps = 0; !isVerdict(next); steps += 1) {
    if (steps === mostSteps) next = contradiction
    else if (!trying.inTime()) next = tooLate
    else {
      const step: Step = next
      // What leads to another question has ended in a known way: nothing was changed there.
      progress.sent = step.do !== 'look'
      next = await take(trying, row, form, known, step)
      progress.sent &&= isVerdict(next)
      if ('nationalId' in next && next.nationalId !== undefined) progress.nationalId = next.nationalId
    }
  }
  return next
}

async function take(
  trying: Trying,
  row: Claimed,
  form: NationalForm,
  known: Known,
  step: Step,
): Promise<Next> {
  const { session } = trying
  if (step.do === 'create') return afterSending(step, await session.create(form))
  if (step.do === 'replace') return afterSending(step, await session.replace(step.nationalId, form))
  const looked = await lookAt(session, row, step.nationalId)
  const compared = looked.kind === 'found' ? await compare(trying, row, form, looked.content) : undefined
  return afterLook(known, step, looked, compared)
}

export const lookAt = (
  session: NationalSession,
  row: Pick<Claimed, 'study_right_oid'>,
  nationalId: number | undefined,
): Promise<Looked> =>
  nationalId === undefined ? session.byStudyRight(row.study_right_oid) : session.byId(nationalId)

/**
 * Contact data that the service has erased since are no change there; what was just sent must be there whole. Where
 * nothing was delivered from here, an earlier version that a register sent stands there rightly: ours follows it.
 */
async function compare(
  { earlier, national }: Trying,
  row: Claimed,
  form: NationalForm,
  content: unknown,
): Promise<Compared> {
  if (national.agrees(form, content, { mayHaveErased: false })) return { asWanted: true, asDelivered: false }
  const stands = (one: NationalForm) => national.agrees(one, content, { mayHaveErased: true })
  const delivered = deliveredForm(national, row)
  if (delivered !== undefined) return { asWanted: false, asDelivered: stands(delivered) }
  const versions = await earlier(row)
  return { asWanted: false, asDelivered: versions.some(version => stands(formOf(national, version, row))) }
}
