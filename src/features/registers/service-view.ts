import type { Actor } from '../../platform/access/actor.ts'
import { installation } from '../../platform/access/installation.ts'
import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/door.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Uuid } from '../../platform/ids.ts'
import { registerAccess } from './access.ts'
import { type Register, type RegisterRun, type RegisterView, registers } from './contract.ts'
import { listSettings } from './queries.ts'
import { type LastRun, lastDone, lastRuns, newestData } from './queries-runs.ts'
import { natures, usualSetting } from './rules.ts'
import { scopeOf } from './service.ts'

export interface Reader {
  readonly actor: Actor
  readonly language: Language
  readonly text: TextOf
}

/** The registers that the reader may see, national ones first, each read behind its own door. */
export async function registerViews(database: Database, reader: Reader): Promise<RegisterView[]> {
  const seen = registers.filter(register => registerAccess.read.may(reader.actor, scopeOf(register)))
  const [national, own] = [
    seen.filter(register => natures[register].national),
    seen.filter(register => !natures[register].national),
  ]
  const views = await Promise.all([
    viewsBehind(database, installation, national, reader),
    viewsBehind(database, reader.actor.providerId, own, reader),
  ])
  return views.flat()
}

async function viewsBehind(
  database: Database,
  tenant: Uuid,
  which: readonly Register[],
  reader: Reader,
): Promise<RegisterView[]> {
  if (which.length === 0) return []
  const kinds = which.map(register => natures[register].kind)
  return read(database, tenant, async transaction => {
    const settings = await listSettings(transaction)
    const runs = new Map((await lastRuns(transaction, kinds)).map(run => [run.kind, run]))
    const newest = await newestData(transaction, kinds)
    const done = await lastDone(transaction, kinds)
    return which.map(register => {
      const { kind, national, needsCredentials } = natures[register]
      const setting = settings.get(register) ?? usualSetting(register)
      const [run, data, good] = [runs.get(kind), newest.get(kind), done.get(kind)]
      return {
        ...{ register, kind, national, needsCredentials, address: setting.address },
        ...(setting.username === undefined ? {} : { username: setting.username }),
        hasSecret: setting.sealedSecret !== undefined,
        ...{ schedule: setting.schedule, hour: setting.hour, weekday: setting.weekday },
        ...(setting.nextDueAt === undefined ? {} : { nextDueAt: setting.nextDueAt.toISOString() }),
        version: setting.version,
        ...(run === undefined ? {} : { lastRun: runOf(run, reader) }),
        ...(good === undefined ? {} : { lastDone: good.toISOString() }),
        ...(data === undefined ? {} : { newestData: data.toISOString() }),
        permittedActions: registerAccess
          .permitted(reader.actor, scopeOf(register))
          .filter(action => action !== 'read'),
      }
    })
  })
}

function runOf(run: LastRun, { language, text }: Reader): RegisterRun {
  const { counts, failure, finishedAt, id, origin, position, requestedAt, state, total } = run
  return {
    ...{ id, origin, state, position, counts },
    requestedAt: requestedAt.toISOString(),
    ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() }),
    ...(total === null ? {} : { total }),
    ...(failure === null
      ? {}
      : { failure: text(language, `imports.refusals.${failure.code}`, failure.params ?? {}) }),
  }
}
