import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

export const routes: readonly WebRoute[] = [
  {
    path: '/signs',
    page: () => import('./signs-page.tsx'),
    who: ['teacher', 'guidance', 'coordinator'],
    navigation: { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label },
  },
  { path: '/administration/signs', page: () => import('./limits-page.tsx'), who: ['administrator'] },
]
