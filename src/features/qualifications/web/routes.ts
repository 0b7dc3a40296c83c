import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/qualifications', page: () => import('./list-page.tsx'), who: 'signed-in' },
  { path: '/qualifications/:id', page: () => import('./qualification-page.tsx'), who: 'signed-in' },
  { path: '/qualifications/:id/units/:code', page: () => import('./unit-page.tsx'), who: 'signed-in' },
]
