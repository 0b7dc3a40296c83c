import type { Json } from './world.ts'

/** A HOKS that the service has, as it was sent. */
export interface HeldHoks {
  readonly id: number
  readonly plan: Json
  /** An instant as text; missing of those that were there from the beginning. */
  readonly changedAt?: string
  /** Taken away there: it is not forgotten. */
  readonly archived?: true
}

/** What the service has: one HOKS for each study right. */
export interface Held {
  all(): readonly HeldHoks[]
  byId(id: number): HeldHoks | undefined
  byStudyRight(oid: unknown): HeldHoks | undefined
  create(plan: Json): HeldHoks
  /** In the place of what was sent before. */
  replace(id: number, plan: Json): void
  remove(id: number): void
  /** Whether the study right had one that was taken away: it is not forgotten, and no other may be made. */
  isArchived(oid: unknown): boolean
  /** All that there is to remember, with what was taken away. */
  kept(): readonly HeldHoks[]
}

/** `changed` is told of every change: so that somebody may keep what is held over a restart. */
export function createHeld(beginning: readonly HeldHoks[], changed: () => void): Held {
  const held = new Map(beginning.filter(one => one.archived !== true).map(one => [one.id, one]))
  const archived = new Map(beginning.filter(one => one.archived === true).map(one => [one.id, one]))
  // The service's own numbers go up, and one that was taken away never comes again.
  let last = Math.max(1_000_000, ...held.keys(), ...archived.keys())
  const store = (id: number, plan: Json): HeldHoks => {
    const one = { id, plan, changedAt: new Date().toISOString() }
    held.set(id, one)
    changed()
    return one
  }
  return {
    all: () => [...held.values()],
    byId: id => held.get(id),
    byStudyRight: oid => [...held.values()].find(({ plan }) => plan['opiskeluoikeus-oid'] === oid),
    create: plan => {
      last += 1
      return store(last, plan)
    },
    replace: (id, plan) => void store(id, plan),
    remove: id => {
      const one = held.get(id)
      if (one === undefined) return
      held.delete(id)
      archived.set(id, { ...one, archived: true })
      changed()
    },
    isArchived: oid => [...archived.values()].some(({ plan }) => plan['opiskeluoikeus-oid'] === oid),
    kept: () => [...held.values(), ...archived.values()],
  }
}
