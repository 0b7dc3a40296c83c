/** Whole selections for tests: made by walking a structure, apart from the rule that judges them. */
import { codeKey } from '../codes/rules.ts'
import type { Group, Range, Structure, Unit } from './contract.ts'
import type { ChosenPart, Selection } from './contract-formation.ts'
import { isGroup } from './rules.ts'
import { acceptsOf } from './rules-formation-places.ts'

interface Place {
  readonly group: Group
  readonly parent: Place | undefined
  points: number
  count: number
}

export interface WholeSelection extends Selection {
  readonly parts: ChosenPart[]
  /** Keys of the units that cannot be left out. */
  readonly compulsory: readonly string[]
}

type Random = () => number

/** The same numbers for the same seed. */
function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(random: Random, list: readonly T[]): T | undefined =>
  list[Math.floor(random() * list.length)]

/** A selection that fulfils every group, by chance; `undefined` when the structure yields none in a thousand tries. */
export function wholeSelection(
  structure: Structure,
  units: readonly Unit[],
  seed: number,
): WholeSelection | undefined {
  const random = randomOf(seed)
  for (let attempt = 0; attempt < 1000; attempt++) {
    const found = new Walk(structure, units, random).run()
    if (found) return found
  }
  return undefined
}

class Walk {
  readonly #structure: Structure
  readonly #points: ReadonlyMap<string, Range | undefined>
  readonly #common: ReadonlySet<string>
  readonly #random: Random
  readonly #places: Place[] = []
  readonly #parts: ChosenPart[] = []
  readonly #compulsory: string[] = []
  readonly #used = new Set<string>()
  readonly #outside = new Set<string>()
  readonly #choice: { competenceArea?: string; title?: string } = {}

  constructor(structure: Structure, units: readonly Unit[], random: Random) {
    this.#structure = structure
    this.#points = new Map(units.map(unit => [codeKey(unit.codeUri), unit.points]))
    this.#common = new Set(units.filter(unit => unit.kind === 'common').map(unit => codeKey(unit.codeUri)))
    this.#random = random
  }

  run(): WholeSelection | undefined {
    this.#enter(this.#structure.root, undefined)
    const inside = new Set(this.#places.flatMap(place => leavesOf(place.group)))
    for (const key of allLeaves(this.#structure.root)) if (!inside.has(key)) this.#outside.add(key)
    for (const place of this.#places)
      for (const key of this.#needed(place.group)) if (!this.#takeUnit(place, key, true)) return undefined
    // The innermost first.
    for (const place of [...this.#places].reverse()) if (!this.#fill(place)) return undefined
    return { parts: this.#parts, compulsory: this.#compulsory, ...this.#choice }
  }

  /** Units that the file or the law marks compulsory, and all units of a group that has no more than it asks. */
  #needed(group: Group): string[] {
    const units = group.members.flatMap(member => (isGroup(member) ? [] : [member]))
    const sum = units.reduce((total, { unit }) => total + (this.#points.get(codeKey(unit))?.max ?? 0), 0)
    const all =
      units.length === group.members.length &&
      (sum <= (group.points?.min ?? -1) || units.length <= (group.count?.min ?? -1))
    return units.flatMap(({ compulsory, unit }) => {
      const key = codeKey(unit)
      return all || compulsory || this.#common.has(key) ? [key] : []
    })
  }

  #enter(group: Group, parent: Place | undefined): void {
    const place: Place = { group, parent, points: 0, count: 0 }
    this.#places.push(place)
    const children = group.members.filter(isGroup)
    for (const role of ['competenceArea', 'title'] as const) {
      const alternatives = children.filter(child => child.role === role)
      const one = pick(this.#random, alternatives)
      if (!one) continue
      const code = one[role]
      if (alternatives.length > 1 && code) this.#choice[role] = code
      this.#enter(one, place)
    }
    for (const child of children)
      if (child.role !== 'competenceArea' && child.role !== 'title') this.#enter(child, place)
  }

  #fill(place: Place): boolean {
    const { count, points } = place.group
    if (isOpen(place.group) && place.points === 0) return true
    while (place.points < (points?.min ?? 0) || place.count < (count?.min ?? 0))
      if (!this.#addTo(place)) return false
    return true
  }

  /** Adds something under the place that no bound around it forbids. */
  #addTo(place: Place): boolean {
    const under = this.#places.filter(one => isUnder(one, place))
    const choices = under.flatMap(one => {
      if (isOpen(one.group)) return [() => this.#takeForeign(one)]
      const left = leavesOf(one.group).filter(key => !this.#used.has(key))
      return left.map(key => () => this.#takeUnit(one, key, false))
    })
    while (choices.length > 0) {
      const [take] = choices.splice(Math.floor(this.#random() * choices.length), 1)
      if (take?.()) return true
    }
    return false
  }

  #room(place: Place): number {
    let room = Number.POSITIVE_INFINITY
    for (let at: Place | undefined = place; at; at = at.parent)
      room = Math.min(room, (at.group.points?.max ?? Number.POSITIVE_INFINITY) - at.points)
    return room
  }

  #takeUnit(place: Place, key: string, compulsory: boolean): boolean {
    const range = this.#points.get(key)
    const [least, most] = [range?.min ?? range?.max ?? 0, range?.max ?? range?.min ?? 0]
    const room = this.#room(place)
    const points = Math.min(most, room)
    const full = place.count + 1 > (place.group.count?.max ?? Number.POSITIVE_INFINITY)
    if (this.#used.has(key) || points < least || full || (most > 0 && points <= 0)) return false
    this.#used.add(key)
    if (compulsory) this.#compulsory.push(key)
    this.#parts.push({ key, kind: 'unit', unit: key, ...(range ? { points } : {}) })
    this.#raise(place, points)
    return true
  }

  #takeForeign(place: Place): boolean {
    const accepts = acceptsOf(place.group.names)
    const least = Math.max(1, (place.group.points?.min ?? 1) - place.points)
    const most = Math.min(this.#room(place), place.points + 30)
    if (most < least) return false
    if (accepts === 'ownUnits') return this.#takeFromOutside(place, least, most)
    const points = least + Math.floor(this.#random() * (most - least + 1))
    const kind = accepts === 'any' ? 'local' : accepts
    this.#parts.push({ key: `${kind}-${this.#parts.length}`, kind, points })
    this.#raise(place, points)
    return true
  }

  #takeFromOutside(place: Place, least: number, most: number): boolean {
    const fitting = [...this.#outside].filter(key => {
      const points = this.#points.get(key)?.max ?? 0
      return !this.#used.has(key) && points >= least && points <= most
    })
    const key = pick(this.#random, fitting)
    if (key === undefined) return false
    this.#used.add(key)
    this.#parts.push({ key, kind: 'unit', unit: key })
    this.#raise(place, this.#points.get(key)?.max ?? 0)
    return true
  }

  #raise(place: Place, points: number): void {
    let counts = true
    for (let at: Place | undefined = place; at; at = at.parent) {
      const first = at.count === 0 && at.points === 0
      at.points += points
      if (counts) at.count += 1
      counts = isOpen(at.group) || first
    }
  }
}

const isOpen = (group: Group) => group.role === 'open' && group.members.length === 0

const isUnder = (place: Place | undefined, above: Place): boolean =>
  place !== undefined && (place === above || isUnder(place.parent, above))

const leavesOf = (group: Group): string[] =>
  group.members.flatMap(member => (isGroup(member) ? [] : [codeKey(member.unit)]))

const allLeaves = (group: Group): string[] => [
  ...leavesOf(group),
  ...group.members.flatMap(member => (isGroup(member) ? allLeaves(member) : [])),
]
