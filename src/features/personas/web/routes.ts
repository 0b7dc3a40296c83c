import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/', page: () => import('./personas-page.tsx'), who: 'everyone' },
]
