import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/guardian', page: () => import('./guarded-page.tsx'), who: ['guardian'] },
  { path: '/guardian/:studentId', page: () => import('./student-page.tsx'), who: ['guardian'] },
]
