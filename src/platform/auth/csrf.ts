import { hashOf, sameHash } from './credentials.ts'

/** The parts of a request that tell whether a page of ours sent it. */
export interface Sending {
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The origin that the request came to, as `https://host`. */
  readonly ownOrigin: string
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request in a browser's session may be believed to come from our own pages: what changes something
 * carries the session's token, which no other site can read, and its headers name no other site.
 */
export function isFromOwnPage(sending: Sending, publicOrigin: string, token: string): boolean {
  if (safe.has(sending.method)) return true
  const { origin, 'sec-fetch-site': site, 'x-csrf-token': given } = sending.headers
  if (origin !== undefined && origin !== publicOrigin && origin !== sending.ownOrigin) return false
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return typeof given === 'string' && sameHash(hashOf(given), hashOf(token))
}
