import type { WebRoute } from '../../../platform/web/route.ts'

/** As access.ts has it; whose plan a student may read is decided by the server. */
const readers = ['teacher', 'guidance', 'coordinator', 'quality', 'student'] as const

/** As access.ts has it. */
const writers = ['teacher', 'guidance'] as const

export const routes: readonly WebRoute[] = [
  { path: '/plans/new', page: () => import('./editor/editor-page.tsx'), who: writers },
  { path: '/plans/:planId/edit', page: () => import('./editor/editor-page.tsx'), who: writers },
  { path: '/plans/:planId', page: () => import('./plan-page.tsx'), who: readers },
  { path: '/plans/:planId/versions', page: () => import('./versions-page.tsx'), who: readers },
  {
    path: '/plans/:planId/versions/compare',
    page: () => import('./history/compare-page.tsx'),
    who: readers,
  },
  {
    path: '/plans/:planId/versions/:version/restore',
    page: () => import('./history/restore-page.tsx'),
    who: ['teacher', 'guidance'],
  },
  { path: '/plans/:planId/versions/:version', page: () => import('./version-page.tsx'), who: readers },
]
