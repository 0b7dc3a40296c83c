import type { Part } from './cast.ts'
import type { Hoks } from './hoks.ts'

/** How plans of the demo stand towards the national service when nobody has touched anything yet. */
export interface Sending {
  /** Who approved them. */
  readonly subject: string
  /** Approved, and sent when the service starts; what the national service thinks of them it says then. */
  readonly approved: readonly string[]
  /** Approved, tried in vain, and waiting for the next try. */
  readonly waiting: readonly string[]
  /** To be taken away there by a person. */
  readonly removal: readonly { readonly studyRightOid: string; readonly reason: string }[]
}

/** Undefined where the student register sends, as it did before. */
export function makeSending(
  cast: readonly { readonly part: Part; readonly plans: readonly Hoks[] }[],
  editor: { readonly subject: string; readonly wrongRight: string },
): Sending | undefined {
  const of = (sending: NonNullable<Part['sending']>): string[] =>
    cast
      .filter(({ part }) => part.sending === sending)
      .flatMap(({ plans }) => plans.map(hoks => hoks['opiskeluoikeus-oid']))
  const removal = of('removal').map(studyRightOid => ({ studyRightOid, reason: editor.wrongRight }))
  const sending = { subject: editor.subject, approved: of('approved'), waiting: of('waiting'), removal }
  return sending.approved.length === 0 ? undefined : sending
}
