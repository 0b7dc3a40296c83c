import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

export const routes: readonly WebRoute[] = [
  {
    path: '/my-list',
    page: () => import('./my-list-page.tsx'),
    who: ['teacher', 'guidance', 'coordinator', 'quality', 'administrator', 'student', 'guardian'],
    navigation,
  },
  { path: '/administration/reminders', page: () => import('./reminders-page.tsx'), who: ['administrator'] },
]
