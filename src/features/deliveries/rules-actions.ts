import type { DeliveryAction, DeliveryState } from './contract.ts'

/** What may be done with a plan in a state, whoever asks. */
export interface Standing {
  /** Undefined while nothing of the plan was ever to be sent. */
  readonly state: DeliveryState | undefined
  /** Whether anything was sent, as far as is known: what never was there need not be taken away. */
  readonly maybeThere: boolean
  /** Whether somebody told that it has been taken away. */
  readonly toldRemoved: boolean
}

const byState: Readonly<Record<DeliveryState, readonly DeliveryAction[]>> = {
  waiting: ['retry', 'ask-removal'],
  refused: ['retry', 'ask-removal'],
  differs: ['retry', 'ask-removal'],
  delivered: ['ask-removal'],
  removal: ['tell-removed', 'withdraw-removal'],
  removed: [],
}

export function actionsIn({ maybeThere, state }: Standing): readonly DeliveryAction[] {
  if (state === undefined) return []
  return byState[state].filter(action => action !== 'ask-removal' || maybeThere)
}

/** Where a page of a list goes on: after this row. */
export interface ListPlace {
  readonly at: Date
  readonly planId: string
}

const place = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const placeText = ({ at, planId }: ListPlace): string => `${at.getTime()}_${planId}`

/** Undefined when the text is no place. */
export function placeOf(text: string): ListPlace | undefined {
  const [, milliseconds, planId] = place.exec(text) ?? []
  if (milliseconds === undefined || planId === undefined) return undefined
  return { at: new Date(Number(milliseconds)), planId }
}
