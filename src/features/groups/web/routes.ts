import type { WebRoute } from '../../../platform/web/route.ts'

const readers = ['teacher', 'guidance', 'coordinator', 'quality', 'administrator'] as const

/** As access.ts has it. */
export const routes: readonly WebRoute[] = [
  { path: '/groups', page: () => import('./groups-page.tsx'), who: readers },
  {
    path: '/groups/year-change',
    page: () => import('./year-page.tsx'),
    who: ['administrator', 'coordinator'],
  },
]
