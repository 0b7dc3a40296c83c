import type { ComponentType } from 'react'
import type { Role } from './session.ts'

/** One page of a feature: an address, who it is for, and a component that is fetched when it is opened. */
export interface WebRoute {
  readonly path: string
  readonly page: () => Promise<{ readonly default: ComponentType }>
  /** `everyone` also opens it to those who have not signed in. */
  readonly who: 'everyone' | 'signed-in' | readonly (Role | 'operator')[]
}
