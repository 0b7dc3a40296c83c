import { type ServiceName, serviceNames } from './service.ts'
import { isRecord } from './world.ts'

export const modes = ['normal', 'slow', 'down', 'refuse', 'half', 'garbage', 'lose-answer'] as const
export type Mode = (typeof modes)[number]

/** How a service is to behave from now on. */
export interface Behaviour {
  readonly service: ServiceName
  readonly mode: Mode
  /** For so many requests, and then normally again; without it until told otherwise. */
  readonly times?: number
  /** Only requests whose path holds this text. */
  readonly path?: string
  /** How slow. */
  readonly milliseconds?: number
}

/** What somebody sent, when it says how a service is to behave. */
export function behaviourOf(value: unknown): Behaviour | undefined {
  if (!isRecord(value)) return undefined
  const service = serviceNames.find(name => name === value.service)
  const mode = modes.find(name => name === value.mode)
  if (service === undefined || mode === undefined) return undefined
  const { milliseconds, path, times } = value
  return {
    service,
    mode,
    ...(typeof times === 'number' ? { times } : {}),
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof milliseconds === 'number' ? { milliseconds } : {}),
  }
}

export interface Behaviours {
  set(behaviour: Behaviour): void
  /** What a service was told that still holds, and for how many requests more; undefined is without end. */
  now(service: ServiceName): { readonly mode: Mode; readonly left: number | undefined }
  /** How to behave to this request; counts it. */
  of(service: ServiceName, path: string): Pick<Behaviour, 'mode' | 'milliseconds'>
}

export function createBehaviours(): Behaviours {
  const set = new Map<ServiceName, { behaviour: Behaviour; left: number }>()
  return {
    set: behaviour =>
      set.set(behaviour.service, { behaviour, left: behaviour.times ?? Number.POSITIVE_INFINITY }),
    now: service => {
      const told = set.get(service)
      if (told === undefined || told.left <= 0) return { mode: 'normal', left: undefined }
      return {
        mode: told.behaviour.mode,
        left: Number.isFinite(told.left) ? told.left : undefined,
      }
    },
    of: (service, path) => {
      const held = set.get(service)
      if (held === undefined || held.left <= 0) return { mode: 'normal' }
      if (held.behaviour.path !== undefined && !path.includes(held.behaviour.path)) return { mode: 'normal' }
      held.left -= 1
      return held.behaviour
    },
  }
}
