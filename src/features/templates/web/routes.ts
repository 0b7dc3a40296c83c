import type { WebRoute } from '../../../platform/web/route.ts'

const makers = ['teacher', 'guidance', 'administrator'] as const

/** As access.ts has it. */
export const routes: readonly WebRoute[] = [
  { path: '/templates', page: () => import('./list-page.tsx'), who: makers },
  { path: '/templates/new', page: () => import('./new-page.tsx'), who: makers },
  { path: '/templates/received', page: () => import('./received-page.tsx'), who: makers },
  { path: '/templates/:id', page: () => import('./template-page.tsx'), who: makers },
]
