import type { Language } from '../i18n/language.ts'
import { isLanguage, pickLanguage } from '../i18n/language.ts'

export const sessionCookieName = 'yhdessa_session'

/** The value of one cookie. Ours hold base64url and dots only, so nothing needs decoding. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined
  for (const part of header.split(';')) {
    const pair = part.trim()
    if (pair.startsWith(name) && pair[name.length] === '=') return pair.slice(name.length + 1) || undefined
  }
  return undefined
}

export interface CookieOptions {
  readonly path: string
  /** Seconds; 0 takes the cookie away. */
  readonly maxAge: number
  readonly secure: boolean
}

/** A Set-Cookie line. Lax, not Strict: the sign-in comes back from another site. */
export function cookieLine(name: string, value: string, { path, maxAge, secure }: CookieOptions): string {
  const attributes = [`Path=${path}`, `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax']
  return [`${name}=${value}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ')
}

/** The language of a reader who has no session: as the page chose (a cookie), else as the browser asks. */
export function readerLanguage(headers: Readonly<Record<string, string | string[] | undefined>>): Language {
  const chosen = readCookie(textOf(headers.cookie), 'language')
  return isLanguage(chosen) ? chosen : pickLanguage(textOf(headers['accept-language']))
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header
}
