import type { RouteAccess } from '../access/access.ts'
import { type Actor, type Role, roles } from '../access/actor.ts'
import type { Uuid } from '../ids.ts'

/** As whom an endpoint can be called, before any row is known: asked from the declaration itself, not retold. */
export type Caller = Role | 'machine' | 'everyone'

const anyId = '00000000-0000-7000-8000-000000000000' as Uuid

const machine: Actor = { kind: 'machine', id: anyId, source: 'any', providerId: anyId }

const person = (role: Role): Actor => ({
  kind: 'person',
  id: anyId,
  name: '',
  providerId: anyId,
  roles: [role],
  ...(role === 'student' ? { studentId: anyId } : {}),
})

export function whoMayCall(access: RouteAccess): readonly Caller[] {
  if (access.kind === 'everyone') return ['everyone']
  if (access.kind === 'signed-in') return [...roles, 'machine']
  const { action } = access
  const people: Caller[] = roles.filter(role => action.mayEver(person(role)))
  return action.mayEver(machine) ? [...people, 'machine'] : people
}
