import type { WebRoute } from '../../../platform/web/route.ts'

const editors = ['teacher', 'guidance'] as const

/** As access.ts has it. The way in is on the page of groups: few come here without a group in mind. */
export const routes: readonly WebRoute[] = [
  { path: '/bulk-changes', page: () => import('./list-page.tsx'), who: editors },
  { path: '/bulk-changes/new', page: () => import('./new-page.tsx'), who: editors },
  { path: '/bulk-changes/:id/undo', page: () => import('./undo-page.tsx'), who: editors },
]
