import type { Uuid } from '../ids.ts'

export const roles = [
  'teacher',
  'guidance',
  'coordinator',
  'quality',
  'administrator',
  'student',
  'guardian',
] as const
export type Role = (typeof roles)[number]

/** A person signed in, at the one provider that is active now. */
export interface Person {
  readonly kind: 'person'
  readonly id: Uuid
  readonly name: string
  readonly providerId: Uuid
  readonly roles: readonly Role[]
  /** Which student this person is, where one of the roles is `student`. */
  readonly studentId?: Uuid
  /** Whether this person also keeps what all providers share: national reference data and their imports. */
  readonly operator?: boolean
}

/** A register at work with an API key: one provider, one source system. */
export interface Machine {
  readonly kind: 'machine'
  /** The key. */
  readonly id: Uuid
  readonly source: string
  readonly providerId: Uuid
}

/** The platform itself: imports, jobs. */
export interface System {
  readonly kind: 'system'
  readonly id?: undefined
  readonly source: string
  readonly providerId: Uuid
}

export type Actor = Person | Machine | System
export type Nobody = { readonly kind: 'nobody' }
export const nobody: Nobody = { kind: 'nobody' }

/** As whom a declaration of access speaks of an actor. */
export type Who = Role | 'operator' | 'machine' | 'system'

export function whoIs(actor: Actor): readonly Who[] {
  if (actor.kind !== 'person') return [actor.kind]
  return actor.operator === true ? [...actor.roles, 'operator'] : actor.roles
}
