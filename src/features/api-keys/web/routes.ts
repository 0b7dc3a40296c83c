import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/administration/api-keys', page: () => import('./keys-page.tsx'), who: ['administrator'] },
]
