/** How long a session lasts from sign-in, used or not: one working day, in milliseconds. */
export const sessionLife = 12 * 60 * 60 * 1000

/** How long a person may take at the OpenID provider, in milliseconds. */
export const signInPatience = 10 * 60 * 1000

const here = 'http://here.invalid'

/** The path to come back to, if it is one of ours; the front page otherwise. An address of elsewhere is a trap. */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])/.test(wanted) || !URL.canParse(wanted, here)) return '/'
  const url = new URL(wanted, here)
  // The parser drops tabs and line breaks, after which `/\t/elsewhere` would be another host.
  if (url.origin !== here || url.pathname.startsWith('//')) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
