import type { WebRoute } from '../../../platform/web/route.ts'

const who = ['administrator', 'operator'] as const

export const routes: readonly WebRoute[] = [
  { path: '/administration/registers', page: () => import('./registers-page.tsx'), who },
  { path: '/administration/registers/:name', page: () => import('./register-page.tsx'), who },
]
