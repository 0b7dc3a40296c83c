import type { RegisterChange, RegisterView, Schedule } from '../contract.ts'

/** What stands in the form. The stored password is never among it. */
export interface Typed {
  readonly address: string
  readonly username: string
  readonly secret: string
  readonly secretAway: boolean
  readonly schedule: Schedule
  readonly hour: number
  readonly weekday: number
}

export function typedOf({ address, username, schedule, hour, weekday }: RegisterView): Typed {
  return { address, username: username ?? '', secret: '', secretAway: false, schedule, hour, weekday }
}

/** What is sent: a password only when there is a new one, or the old one is to go. */
export function changeOf(
  { needsCredentials, version }: Pick<RegisterView, 'needsCredentials' | 'version'>,
  { address, username, secret, secretAway, schedule, hour, weekday }: Typed,
): RegisterChange {
  const plain = { address: address.trim(), schedule, hour, weekday, version }
  if (!needsCredentials) return plain
  return {
    ...plain,
    ...(username.trim() === '' ? {} : { username: username.trim() }),
    ...(secret === '' ? (secretAway ? { secret: null } : {}) : { secret }),
  }
}
