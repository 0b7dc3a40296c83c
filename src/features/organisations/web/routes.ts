import type { WebRoute } from '../../../platform/web/route.ts'

/** As access.ts has it. */
const readers = ['teacher', 'guidance', 'coordinator', 'quality', 'administrator'] as const

export const routes: readonly WebRoute[] = [
  { path: '/organisations', page: () => import('./organisations-page.tsx'), who: readers },
  { path: '/organisations/:oid', page: () => import('./organisation-page.tsx'), who: readers },
]
