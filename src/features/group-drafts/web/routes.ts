import type { WebRoute } from '../../../platform/web/route.ts'

const makers = ['teacher', 'guidance'] as const

/** As access.ts has it. */
export const routes: readonly WebRoute[] = [
  { path: '/group-drafts/new', page: () => import('./new-page.tsx'), who: makers },
  { path: '/group-drafts/:id', page: () => import('./draft-page.tsx'), who: makers },
]
