import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/plans/:planId', page: () => import('./plan-page.tsx'), who: 'signed-in' },
  { path: '/plans/:planId/versions', page: () => import('./versions-page.tsx'), who: 'signed-in' },
  { path: '/plans/:planId/versions/:version', page: () => import('./version-page.tsx'), who: 'signed-in' },
]
