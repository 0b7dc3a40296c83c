import type { TextOf } from '../../platform/http/problem.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { ImportNoteView, ImportRunView, Refusal } from './contract.ts'
import type { NoteRow, RunRow } from './queries.ts'
import { actionsOn, paceOf } from './rules-runs.ts'

/** A refusal as a sentence; what is wrong in a plan is told in the words of the plan's own findings. */
export function refusalText(refusal: Omit<Refusal, 'pointer'>, text: TextOf, language: Language): string {
  const params = refusal.params ?? {}
  const finding = refusal.code === 'plan-fault' ? params.finding : undefined
  const key = finding === undefined ? `imports.refusals.${refusal.code}` : `plans.findings.${finding}`
  return text(language, key, params)
}

export function runView(run: RunRow, text: TextOf, language: Language): ImportRunView {
  const { failure } = run
  return {
    id: run.id,
    kind: run.kind,
    origin: run.origin,
    source: run.source,
    state: run.state,
    requestedAt: run.requested_at.toISOString(),
    ...(run.started_at ? { startedAt: run.started_at.toISOString() } : {}),
    ...(run.finished_at ? { finishedAt: run.finished_at.toISOString() } : {}),
    ...(run.total === null ? {} : { total: run.total }),
    position: run.position,
    counts: run.counts,
    ...paceOf({
      ...run,
      storingAt: run.storing_at,
      storingFrom: run.storing_from,
      heartbeatAt: run.heartbeat_at,
    }),
    ...(failure
      ? {
          failure: {
            document: failure.document,
            pointer: failure.pointer,
            text: refusalText(failure, text, language),
          },
        }
      : {}),
    permittedActions: actionsOn(run),
  }
}

export function noteView(note: NoteRow, text: TextOf, language: Language): ImportNoteView {
  const { code, document, number, outcome, params, pointer } = note
  return {
    ...{ number, outcome, document, pointer },
    text: refusalText({ code, params: params ?? {} }, text, language),
  }
}
