import type { WebRoute } from '../../../platform/web/route.ts'

export const routes: readonly WebRoute[] = [
  {
    path: '/my-list',
    page: () => import('./my-list-page.tsx'),
    who: ['teacher', 'guidance', 'coordinator', 'quality', 'administrator', 'student', 'guardian'],
  },
  { path: '/administration/reminders', page: () => import('./reminders-page.tsx'), who: ['administrator'] },
]
