import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/administration/audit', page: () => import('./audit-page.tsx'), who: ['administrator'] },
  { path: '/own-audit', page: () => import('./own-page.tsx'), who: ['student'] },
]
