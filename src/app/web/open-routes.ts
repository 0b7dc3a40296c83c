import type { WebRoute } from '../../platform/web/route.ts'
import type { Session } from '../../platform/web/session.ts'
import { routes } from './features.tsx'
import { texts } from './texts.ts'

/** Whether a page is for whoever holds this session. */
export function isOpen(who: WebRoute['who'], session: Session): boolean {
  if (who === 'everyone') return true
  if (!session.signedIn) return false
  if (who === 'signed-in' || (session.operator && who.includes('operator'))) return true
  return session.roles.some(role => who.includes(role))
}

type NamedPath = keyof typeof texts.fi.navigation

/**
 * The main navigation: the open pages that have a name in it, in the order of the features. The names are the frame's
 * own, because a page's texts come with the page.
 */
export function openNavigation(session: Session): readonly NamedPath[] {
  return routes.flatMap(({ who, path }) => (isNamed(path) && isOpen(who, session) ? [path] : []))
}

const isNamed = (path: string): path is NamedPath => Object.hasOwn(texts.fi.navigation, path)

export function firstPath(session: Session): string {
  return openNavigation(session)[0] ?? '/'
}
