import type { WebRoute } from '../../../platform/web/route.ts'
import { inviters } from './inviters.ts'

export const routes: readonly WebRoute[] = [
  { path: '/invitations', page: () => import('./waiting-page.tsx'), who: inviters },
]
