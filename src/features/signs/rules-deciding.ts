import type { SignState } from './contract.ts'

export type Refusal = 'not-open' | 'changed-since' | 'protected'

/** A sign is explained and decided on while it is open, by somebody who saw it as it is. */
export function refusedChange(
  sign: { readonly state: SignState; readonly version: number; readonly masked: boolean },
  readVersion: number,
): Refusal | undefined {
  if (sign.masked) return 'protected'
  if (sign.state !== 'open') return 'not-open'
  return sign.version === readVersion ? undefined : 'changed-since'
}
