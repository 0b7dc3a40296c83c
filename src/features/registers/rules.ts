import type { ImportKind } from '../imports/contract.ts'
import type { Register, RegisterChange, Schedule } from './contract.ts'

/** What a register is, whoever has set it up. */
export interface RegisterNature {
  readonly kind: ImportKind
  readonly national: boolean
  /** Its public address, used until somebody sets another. */
  readonly address: string
  readonly needsCredentials: boolean
  /** Whether its answers are all that the register has, so that what they lack has vanished there. */
  readonly whole: boolean
}

const opintopolku = 'https://virkailija.opintopolku.fi'

export const natures: Readonly<Record<Register, RegisterNature>> = {
  // Only qualifications that are or will be valid are asked for: one that is not among them has expired, not vanished.
  eperusteet: nature('eperusteet', true, 'eperusteet-service', { needsCredentials: false, whole: false }),
  // Each answer is one whole code set; of sets that are not asked for nothing is said.
  koodisto: nature('koodisto', true, 'koodisto-service', { needsCredentials: false, whole: false }),
  organisaatio: nature('organisaatio', true, 'organisaatio-service', {
    needsCredentials: false,
    whole: true,
  }),
  koski: nature('koski', false, 'koski', { needsCredentials: true, whole: true }),
  ehoks: nature('hoks', false, 'ehoks-virkailija-backend', { needsCredentials: true, whole: false }),
}

function nature(
  kind: ImportKind,
  national: boolean,
  path: string,
  more: { needsCredentials: boolean; whole: boolean },
): RegisterNature {
  return { kind, national, address: `${opintopolku}/${path}`, ...more }
}

/** How a register is asked: what the row of settings holds, beside who changed it when. */
export interface RegisterSetting {
  readonly address: string
  readonly username: string | undefined
  readonly sealedSecret: string | undefined
  readonly schedule: Schedule
  readonly hour: number
  readonly weekday: number
  readonly nextDueAt: Date | undefined
  /** 0: never changed. */
  readonly version: number
}

export function usualSetting(register: Register): RegisterSetting {
  return {
    address: natures[register].address,
    username: undefined,
    sealedSecret: undefined,
    schedule: 'off',
    hour: 3,
    weekday: 1,
    nextDueAt: undefined,
    version: 0,
  }
}

export type SettingFault =
  | { readonly code: 'credentials-not-used'; readonly pointer: '/username' }
  | { readonly code: 'secret-without-username'; readonly pointer: '/username' }
  | { readonly code: 'secret-needed'; readonly pointer: '/secret' }

/** What is wrong with a change beside its address, which is judged by where it leads. */
export function settingFault(
  register: Register,
  before: Pick<RegisterSetting, 'address' | 'sealedSecret'>,
  change: Pick<RegisterChange, 'address' | 'username' | 'secret'>,
): SettingFault | undefined {
  const given = change.username !== undefined || typeof change.secret === 'string'
  if (!natures[register].needsCredentials && given)
    return { code: 'credentials-not-used', pointer: '/username' }
  if (typeof change.secret === 'string' && change.username === undefined)
    return { code: 'secret-without-username', pointer: '/username' }
  // Who may name another server must not be sent there a password that somebody else had typed in.
  const moved = new URL(before.address).origin !== new URL(change.address).origin
  if (moved && before.sealedSecret !== undefined && change.secret === undefined)
    return { code: 'secret-needed', pointer: '/secret' }
  return undefined
}

/** Names of the settings that differ. */
export function changedSettings(before: RegisterSetting, change: RegisterChange): string[] {
  const plain = (['address', 'username', 'schedule', 'hour', 'weekday'] as const).filter(
    name => before[name] !== change[name],
  )
  const secret =
    change.secret === undefined || (change.secret === null && !before.sealedSecret) ? [] : ['secret']
  return [...plain, ...secret]
}
