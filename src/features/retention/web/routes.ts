import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/administration/retention', page: () => import('./retention-page.tsx'), who: ['administrator'] },
]
