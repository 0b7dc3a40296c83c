import type { TextOf } from '../../platform/http/problem.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { ImportNoteView, ImportRunView, Refusal } from './contract.ts'
import type { NoteRow, RunRow } from './queries.ts'
import type { BesideRuns } from './queries-beside.ts'
import { actionsOn, paceOf } from './rules-runs.ts'
import { isSilent } from './rules-silence.ts'

/** A refusal as a sentence; what is wrong in a plan is told in the words of the plan's own findings. */
export function refusalText(refusal: Omit<Refusal, 'pointer'>, text: TextOf, language: Language): string {
  const params = refusal.params ?? {}
  const finding = refusal.code === 'plan-fault' ? params.finding : undefined
  const key = finding === undefined ? `imports.refusals.${refusal.code}` : `plans.findings.${finding}`
  return text(language, key, params)
}

/** Refusals of a service that better credentials would mend. */
const ofCredentials = ['service-unauthorized', 'service-no-credentials']

/** What is known beside the row when a run is looked at; who has just changed it need not know. */
export interface Look extends BesideRuns {
  readonly now: Date
}

function lookedAt(run: RunRow, look: Look | undefined): Partial<ImportRunView> {
  const progress = {
    ...run,
    storingAt: run.storing_at,
    storingFrom: run.storing_from,
    heartbeatAt: run.heartbeat_at,
  }
  if (look === undefined) return paceOf(progress)
  const name = look.names.get(run.requested_by ?? '')
  return {
    ...(name === undefined ? {} : { requestedBy: name }),
    ...(look.behind.has(run.id) ? { behind: true } : {}),
    // What it once managed in a second says nothing of one on which nobody works.
    ...(isSilent(progress, look.now) ? { silent: true } : paceOf(progress)),
  }
}

export function runView(run: RunRow, text: TextOf, language: Language, look?: Look): ImportRunView {
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
    ...lookedAt(run, look),
    ...(failure
      ? {
          failure: {
            document: failure.document,
            pointer: failure.pointer,
            text: refusalText(failure, text, language),
            ...(ofCredentials.includes(failure.code) ? { remedy: 'credentials' as const } : {}),
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
