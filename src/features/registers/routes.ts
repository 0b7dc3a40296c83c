import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { registerAccess } from './access.ts'
import { registerChanged, registerRun, registerTried } from './audit.ts'
import { Register, RegisterChange, RegisterList, RegisterView, RunRequested, TryOutcome } from './contract.ts'
import { changeRegister, runRegister, type Surroundings } from './service.ts'
import { type Trials, tryRegister } from './service-try.ts'
import { registerViews } from './service-view.ts'

export interface RegisterRouteDependencies extends Surroundings, Trials {
  readonly text: TextOf
}

/** The handlers open their doors themselves: national registers stand behind the installation's. */
const shared = { tag: 'registers', transaction: 'none' } as const
const named = Type.Object({ registerName: Register })

export function registerRoutes(dependencies: RegisterRouteDependencies): Endpoint[] {
  const { database, text } = dependencies
  return [
    endpoint({
      ...shared,
      method: 'GET',
      path: '/api/registers',
      summary:
        'The services from which data are fetched: their settings, schedules and last runs, no passwords',
      answers: { 200: RegisterList },
      access: whoMay(registerAccess.read),
      audit: notAudited("Settings and counts of runs are no one's data"),
      handle: async ({ actor, language }) => ({
        body: { items: await registerViews(database, { actor, language, text }) },
      }),
    }),
    endpoint({
      ...shared,
      method: 'PUT',
      path: '/api/registers/{registerName}',
      summary:
        'Change where, as whom and how often a register is asked; 409 when it has changed since it was read',
      params: named,
      body: RegisterChange,
      answers: { 200: RegisterView },
      access: whoMay(registerAccess.change),
      audit: audited(registerChanged),
      handle: async ({ actor, audit, body, language, params: { registerName } }) => {
        await changeRegister(dependencies, audit, registerName, body)
        const views = await registerViews(database, { actor, language, text })
        return { body: views.find(view => view.register === registerName) }
      },
    }),
    ...asking(dependencies),
  ]
}

function asking(dependencies: RegisterRouteDependencies): Endpoint[] {
  return [
    endpoint({
      ...shared,
      method: 'POST',
      path: '/api/registers/{registerName}/run',
      summary: 'Ask the service now: 202 with the new run, or 200 with the one that is waiting or under way',
      params: named,
      answers: { 200: RunRequested, 202: RunRequested },
      access: whoMay(registerAccess.run),
      audit: audited(registerRun),
      handle: async ({ audit, params }) => {
        const { fresh, runId } = await runRegister(dependencies, audit, params.registerName)
        return { status: fresh ? 202 : 200, body: { runId } }
      },
    }),
    endpoint({
      ...shared,
      method: 'POST',
      path: '/api/registers/{registerName}/try',
      summary: 'Ask the service one small thing and tell what happened; nothing is imported',
      params: named,
      answers: { 200: TryOutcome },
      access: whoMay(registerAccess.run),
      audit: audited(registerTried),
      handle: async ({ audit, language, params }) => {
        const tried = await tryRegister(dependencies, dependencies, audit, params.registerName)
        const { failure, ...outcome } = tried
        const { milliseconds } = outcome
        const good = outcome.username === undefined ? 'registers.answers' : 'registers.answers-as'
        const sentence = failure
          ? dependencies.text(language, `imports.refusals.${failure.code}`, failure.params ?? {})
          : dependencies.text(language, good, { milliseconds })
        return { body: { ...outcome, answers: failure === undefined, text: sentence } }
      },
    }),
  ]
}
