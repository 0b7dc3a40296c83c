import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/administration/roles', page: () => import('./roles-page.tsx'), who: ['administrator'] },
]
