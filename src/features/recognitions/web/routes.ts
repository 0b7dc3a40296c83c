import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  {
    path: '/students/:studentId/prior-learning',
    page: () => import('./prior-learning-page.tsx'),
    who: ['teacher', 'guidance'],
  },
]
