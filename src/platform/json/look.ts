/** Looking into JSON of unknown shape: each answers `undefined` where the value is not of the kind asked for. */
export type JsonRecord = { readonly [key: string]: unknown }

export function recordAt(value: unknown): JsonRecord | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonRecord)
    : undefined
}

/** The items of a list; an absent or different value reads as empty. */
export function listAt(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Trimmed text that is not empty. */
export function textAt(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text === '' ? undefined : text
}

export function numberAt(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** One step of a JSON pointer (RFC 6901), appended. */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
