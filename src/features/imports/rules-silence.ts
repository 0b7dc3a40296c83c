import type { RunState } from './contract.ts'
import { isActive, isAlive } from './rules-runs.ts'

/** Signs of life come every five seconds: three that stay away are told, before anybody takes the run over. */
export const silenceLimit = 15_000

/** Whether nobody seems to work on a run that is under way. */
export const isSilent = (
  { heartbeatAt, state }: { readonly state: RunState; readonly heartbeatAt: Date | null },
  now: Date,
): boolean => isActive(state) && !isAlive(heartbeatAt, now, silenceLimit)
