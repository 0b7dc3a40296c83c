import { installation } from '../../platform/access/installation.ts'
import { type AuditContext, auditAt, record } from '../../platform/audit/audit.ts'
import type { Vault } from '../../platform/auth/vault.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, type WriteTransaction, write } from '../../platform/db/door.ts'
import { AppError } from '../../platform/http/error.ts'
import { addressFault, type Reach } from '../../platform/http-client/address.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { JobSender } from '../../platform/jobs/jobs.ts'
import type { ImportOrigin } from '../imports/contract.ts'
import { requestRun } from '../imports/public.ts'
import { registerAccess } from './access.ts'
import { registerChanged, registerRun } from './audit.ts'
import type { Register, RegisterChange } from './contract.ts'
import { lockRegister, saveSetting, settingOf } from './queries.ts'
import { openRunOf } from './queries-runs.ts'
import { changedSettings, natures, type RegisterSetting, settingFault } from './rules.ts'
import { nextDue } from './rules-schedule.ts'

/** What the settings of registers are kept with. */
export interface Surroundings {
  readonly database: Database
  readonly jobs: JobSender
  /** Undefined where the installation has no key: then no password can be kept. */
  readonly vault: Vault | undefined
  /** From where a service may answer whose address a provider has given. */
  readonly reach: Reach
}

export const scopeOf = (register: Register) =>
  ({ scope: natures[register].national ? 'national' : 'provider' }) as const

/** Behind whose door a register's settings and runs stand. */
export const ownerOf = (register: Register, providerId: Uuid): Uuid =>
  natures[register].national ? installation : providerId

/** The audit of a national register is the installation's. */
export const auditOf = (audit: AuditContext, register: Register): AuditContext =>
  auditAt(audit, ownerOf(register, audit.actor.providerId))

/** Operators name addresses for everyone and may use a proxy of their own; only tests keep them to this machine. */
export const reachOf = (register: Register, reach: Reach): Reach =>
  natures[register].national && reach === 'public' ? 'any' : reach

export const placeInVault = (providerId: string, register: Register): string =>
  `register ${providerId} ${register}`

/** @throws AppError when it may not be changed, not so, or has changed since it was read. */
export async function changeRegister(
  { database, vault, reach }: Surroundings,
  audit: AuditContext,
  register: Register,
  change: RegisterChange,
): Promise<void> {
  registerAccess.change.demand(audit.actor, scopeOf(register))
  const here = auditOf(audit, register)
  const address = change.address.trim().replace(/\/+$/, '')
  const fault = addressFault(address, reachOf(register, reach))
  if (fault !== undefined) throw new AppError(`registers.${fault}`, 400, { pointer: '/address' })
  await write(database, here.actor.providerId, async transaction => {
    const before = await settingOf(transaction, register)
    const wanted = { ...change, address }
    const wrong = settingFault(register, before, wanted)
    if (wrong !== undefined) throw new AppError(`registers.${wrong.code}`, 400, { pointer: wrong.pointer })
    const after = settingAfter(before, wanted, here.now, sealer(vault, here.actor.providerId, register))
    const key = { providerId: here.actor.providerId, register }
    // Compared here for what was read long ago, and in the statement for two at once.
    const saved = before.version === change.version && (await saveSetting(transaction, key, after, here.now))
    if (!saved) throw new AppError('registers.changed-since', 409, { pointer: '/version' })
    const details = { register, changed: changedSettings(before, wanted), address }
    await record(transaction, here, registerChanged, { targetId: register, details })
  })
}

type Sealer = (secret: string) => string

function sealer(vault: Vault | undefined, providerId: Uuid, register: Register): Sealer {
  return secret => {
    if (vault === undefined) throw new AppError('registers.no-secret-key', 409, { pointer: '/secret' })
    return vault.seal(secret, placeInVault(providerId, register))
  }
}

function settingAfter(
  before: RegisterSetting,
  { secret, ...change }: RegisterChange,
  now: Date,
  seal: Sealer,
): RegisterSetting {
  const sealedSecret = secret === undefined ? before.sealedSecret : secret === null ? undefined : seal(secret)
  return { ...change, username: change.username, sealedSecret, nextDueAt: nextDue(change, now) }
}

export interface AskedRun {
  readonly runId: Uuid
  /** False when one that was waiting or under way already is told instead. */
  readonly fresh: boolean
}

/** Asks for a run, unless one is waiting or under way. The transaction stands behind the register's door. */
export async function askRun(
  transaction: WriteTransaction,
  audit: AuditContext,
  jobs: JobSender,
  { address, origin, register }: { register: Register; origin: ImportOrigin; address: string },
): Promise<AskedRun> {
  const { kind, whole } = natures[register]
  await lockRegister(transaction, audit.actor.providerId, register)
  const open = await openRunOf(transaction, kind)
  if (open !== undefined) return { runId: open, fresh: false }
  const options = whole ? { whole } : {}
  const runId = await requestRun(transaction, audit, jobs, {
    kind,
    origin,
    source: new URL(address).host,
    options,
  })
  return { runId, fresh: true }
}

/** "Run now". @throws AppError access.forbidden */
export function runRegister(
  { database, jobs }: Surroundings,
  audit: AuditContext,
  register: Register,
): Promise<AskedRun> {
  registerAccess.run.demand(audit.actor, scopeOf(register))
  const here = auditOf(audit, register)
  return write(database, here.actor.providerId, async transaction => {
    const { address } = await settingOf(transaction, register)
    const asked = await askRun(transaction, here, jobs, { register, origin: 'page', address })
    if (asked.fresh) {
      await record(transaction, here, registerRun, { targetId: asked.runId, details: { register } })
    }
    return asked
  })
}

/** The present settings of a register, behind its own door. */
export const settingAt = (
  database: Database,
  providerId: Uuid,
  register: Register,
): Promise<RegisterSetting> =>
  read(database, ownerOf(register, providerId), transaction => settingOf(transaction, register))
