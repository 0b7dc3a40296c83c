import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  { path: '/statements', page: () => import('./providers-page.tsx'), who: 'everyone' },
  {
    path: '/statements/:providerOid/accessibility',
    page: () => import('./accessibility-page.tsx'),
    who: 'everyone',
  },
  { path: '/statements/:providerOid/privacy', page: () => import('./privacy-page.tsx'), who: 'everyone' },
  { path: '/administration/statements', page: () => import('./overview-page.tsx'), who: ['administrator'] },
  { path: '/administration/statements/:kind', page: () => import('./edit-page.tsx'), who: ['administrator'] },
]
