import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  {
    path: '/administration/imports/:id',
    page: () => import('./run-page.tsx'),
    who: ['administrator', 'operator'],
  },
]
