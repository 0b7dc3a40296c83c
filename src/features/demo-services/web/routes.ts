import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  {
    path: '/administration/demo-services',
    page: () => import('./demo-services-page.tsx'),
    who: ['administrator'],
  },
]
