import type { WebRoute } from '../../platform/web/route.ts'
import type { Session } from '../../platform/web/session.ts'
import { routes } from './features.tsx'

/** Whether a page is for whoever holds this session. */
export function isOpen(who: WebRoute['who'], session: Session): boolean {
  if (who === 'everyone') return true
  if (!session.signedIn) return false
  if (who === 'signed-in' || (session.operator && who.includes('operator'))) return true
  return session.roles.some(role => who.includes(role))
}

export function openNavigation(session: Session): readonly WebRoute[] {
  return routes.filter(({ who, navigation }) => navigation !== undefined && isOpen(who, session))
}

export function firstPath(session: Session): string {
  return openNavigation(session)[0]?.path ?? '/'
}
