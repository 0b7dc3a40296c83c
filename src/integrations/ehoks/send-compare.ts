import { listAt, recordAt } from '../../platform/json/look.ts'
import { isGap } from './send-form.ts'

interface Comparing {
  /** The service erases contact data after a time: what it no longer has is no difference then. */
  readonly mayHaveErased: boolean
}

/** What the service itself gives. */
const given = new Set(['id', 'eid', 'module-id', 'manuaalisyotto', 'poistettu'])
/** A PUT that leaves them out leaves them as they were. */
const keptWhenLeftOut = new Set(['puhelinnumero', 'tuva-opiskeluoikeus-oid'])
const erasable = new Set(['sahkoposti', 'puhelinnumero'])
const instants = new Set(['hyvaksytty', 'paivitetty'])

/**
 * Whether the service holds what was sent, which is given with marks for what was erased here. Lists are compared as sets:
 * the service promises no order.
 */
export function agrees(sent: object, held: unknown, comparing: Comparing): boolean {
  const theirs = recordAt(held)
  if (theirs === undefined) return false
  const ours = { ...sent } as Record<string, unknown>
  for (const key of keptWhenLeftOut) if (ours[key] === undefined) ours[key] = theirs[key]
  return sameObject(ours, theirs, comparing)
}

/** Leaving out, null and an empty list are one and the same there. */
const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)

function sameObject(
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  comparing: Comparing,
): boolean {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  for (const key of keys) {
    if (!given.has(key) && !sameMember(key, ours[key], theirs[key], comparing)) return false
  }
  return true
}

function sameMember(key: string, ours: unknown, theirs: unknown, comparing: Comparing): boolean {
  // What was erased here may still stand there, or be erased there too.
  if (isGap(ours)) return true
  if (isAbsent(ours)) return isAbsent(theirs)
  if (isAbsent(theirs)) return comparing.mayHaveErased && erasable.has(key)
  if (instants.has(key)) return Date.parse(String(ours)) === Date.parse(String(theirs))
  return sameValue(ours, theirs, comparing)
}

function sameValue(ours: unknown, theirs: unknown, comparing: Comparing): boolean {
  if (Array.isArray(ours)) return Array.isArray(theirs) && sameSet(ours, theirs, comparing)
  const [own, other] = [recordAt(ours), recordAt(theirs)]
  if (own !== undefined) return other !== undefined && sameObject(own, other, comparing)
  return ours === theirs
}

function sameSet(ours: readonly unknown[], theirs: readonly unknown[], comparing: Comparing): boolean {
  if (ours.length !== theirs.length) return false
  const left = [...listAt(theirs)]
  // What has gaps is like many: those that are like one alone choose first.
  const inTurn = [...ours.filter(item => !holdsGap(item)), ...ours.filter(holdsGap)]
  return inTurn.every(item => {
    const at = left.findIndex(other => sameValue(item, other, comparing))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

function holdsGap(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isGap(value)
  return Object.values(value).some(holdsGap)
}
