import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/administration/approvals', page: () => import('./approvals-page.tsx'), who: ['administrator'] },
]
