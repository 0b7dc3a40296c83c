import { type RawBuilder, sql } from 'kysely'
import { AppError } from '../http/error.ts'
import { type Actor, type Nobody, type Who, whoIs } from './actor.ts'

/**
 * One declaration of who may do what serves three questions: may this actor do it to this row, which rows of a
 * list, and which buttons. What is not granted is refused. The fence has already hidden other providers' rows.
 */
export interface Grant<Row> {
  readonly who: readonly Who[]
  /** Which rows; all of the provider's where it is left out. */
  readonly only?: RowCondition<Row>
}

export interface RowCondition<Row> {
  readonly row: (actor: Actor, row: Row) => boolean
  /** The same condition as a filter; columns are named by the list's own query. */
  readonly column: keyof Row & string
  readonly value: (actor: Actor) => string | null
}

/** The row's column equals a value of the actor: one rule for the row and for the list. */
export function owns<Row>(
  column: keyof Row & string,
  value: (actor: Actor) => string | undefined,
): RowCondition<Row> {
  return {
    column,
    value: actor => value(actor) ?? null,
    row: (actor, row) => {
      const own = value(actor)
      return own !== undefined && row[column] === own
    },
  }
}

export interface Action<Row> {
  /** noun.action, as in the audit and in permittedActions. */
  readonly name: string
  /** Whether any row could be granted: what the route asks before the row is known. */
  mayEver(actor: Actor | Nobody): boolean
  may(actor: Actor, row: Row): boolean
  /** @throws AppError access.forbidden */
  demand(actor: Actor, row: Row): void
  /** The rows of a list that this actor may have, as a condition for `where`. */
  filter(actor: Actor, columns: Readonly<Record<keyof Row & string, string>>): RawBuilder<boolean>
}

/** Declares the actions of a noun. `Row` holds what the conditions look at. */
export function defineAccess<Row, Name extends string>(
  noun: string,
  actions: Record<Name, readonly Grant<Row>[]>,
): Record<Name, Action<Row>> & { permitted(actor: Actor, row: Row): Name[] } {
  const names = Object.keys(actions) as Name[]
  const made = Object.fromEntries(
    names.map(name => [name, action(`${noun}.${name}`, actions[name])]),
  ) as Record<Name, Action<Row>>
  return { ...made, permitted: (actor, row) => names.filter(name => made[name].may(actor, row)) }
}

function action<Row>(name: string, grants: readonly Grant<Row>[]): Action<Row> {
  const granted = (actor: Actor) => grants.filter(grant => whoIs(actor).some(who => grant.who.includes(who)))
  const may = (actor: Actor, row: Row) =>
    granted(actor).some(grant => !grant.only || grant.only.row(actor, row))
  return {
    name,
    may,
    mayEver: actor => actor.kind !== 'nobody' && granted(actor).length > 0,
    demand: (actor, row) => {
      if (!may(actor, row)) throw new AppError('access.forbidden', 403)
    },
    filter: (actor, columns) => {
      const conditions = granted(actor)
      if (conditions.some(grant => !grant.only)) return sql<boolean>`true`
      const own = conditions.flatMap(grant => (grant.only ? [grant.only] : []))
      const equal = own.map(only => sql`${sql.ref(columns[only.column])} = ${only.value(actor)}`)
      return equal.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(equal, sql` or `)})`
    },
  }
}

/** Access of a route before any row: open to all, to everyone signed in, or to whom an action could be granted. */
export type RouteAccess =
  | { readonly kind: 'everyone'; readonly reason: string }
  | { readonly kind: 'signed-in'; readonly reason: string }
  | { readonly kind: 'action'; readonly action: Pick<Action<never>, 'name' | 'mayEver'> }

export const everyone = (reason: string): RouteAccess => ({ kind: 'everyone', reason })
export const signedIn = (reason: string): RouteAccess => ({ kind: 'signed-in', reason })
export const whoMay = (action: Pick<Action<never>, 'name' | 'mayEver'>): RouteAccess => ({
  kind: 'action',
  action,
})
