import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  {
    path: '/signs',
    page: () => import('./signs-page.tsx'),
    who: ['teacher', 'guidance', 'coordinator'],
  },
  { path: '/administration/signs', page: () => import('./limits-page.tsx'), who: ['administrator'] },
]
