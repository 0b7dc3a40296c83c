/** Valid keys at once for one source system: the one in use and the one that takes over from it. */
export const keysAtOnce = 2

export type MayCreate = { readonly ok: true } | { readonly ok: false; readonly code: 'api-keys.too-many' }

export function mayCreate(validKeys: number): MayCreate {
  return validKeys < keysAtOnce ? { ok: true } : { ok: false, code: 'api-keys.too-many' }
}
