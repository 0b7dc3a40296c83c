import { defineAccess } from '../../platform/access/access.ts'
import { roles } from '../../platform/access/actor.ts'

/** Everybody has a list of their own, and nobody sees another's; each source decides what may stand on it. */
export const taskAccess = defineAccess<object, 'list'>('tasks', { list: [{ who: roles }] })
