import type { AuditContext } from '../../platform/audit/audit.ts'
import { record } from '../../platform/audit/audit.ts'
import { write } from '../../platform/db/door.ts'
import { ServiceFailure } from '../../platform/http-client/failure.ts'
import type { Refusal } from '../imports/contract.ts'
import { FetchFailure } from '../imports/contract-definition.ts'
import { registerAccess } from './access.ts'
import { registerTried } from './audit.ts'
import type { Register, TryOutcome } from './contract.ts'
import type { Connect, Trial } from './contract-connection.ts'
import { auditOf, type Surroundings, scopeOf, settingAt } from './service.ts'

export interface Trials {
  readonly connect: Connect
  readonly trials: Readonly<Record<Register, Trial>>
}

export interface TriedRegister extends Omit<TryOutcome, 'text' | 'answers'> {
  readonly failure: Pick<Refusal, 'code' | 'params'> | undefined
}

/** Asks the service once, outside any transaction, and leaves a mark of it. @throws AppError access.forbidden */
export async function tryRegister(
  { database }: Surroundings,
  { connect, trials }: Trials,
  audit: AuditContext,
  register: Register,
): Promise<TriedRegister> {
  registerAccess.run.demand(audit.actor, scopeOf(register))
  const here = auditOf(audit, register)
  const { address, username } = await settingAt(database, audit.actor.providerId, register)
  const before = performance.now()
  const failure = await failureOf(async () =>
    trials[register](await connect(here.actor.providerId, register)),
  )
  const milliseconds = Math.round(performance.now() - before)
  await write(database, here.actor.providerId, transaction =>
    record(transaction, here, registerTried, {
      targetId: register,
      details: { register, answers: failure === undefined },
    }),
  )
  return {
    failure,
    milliseconds,
    host: new URL(address).host,
    ...(username === undefined ? {} : { username }),
  }
}

async function failureOf(work: () => Promise<void>): Promise<TriedRegister['failure']> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof ServiceFailure) return { code: error.code, params: { ...error.params } }
    if (error instanceof FetchFailure) return error.refusal
    throw error
  }
}
