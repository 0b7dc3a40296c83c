import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

const readers = ['teacher', 'guidance', 'coordinator', 'quality', 'administrator'] as const
const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

/** As access.ts has it. */
export const routes: readonly WebRoute[] = [
  { path: '/groups', page: () => import('./groups-page.tsx'), who: readers, navigation },
  {
    path: '/groups/year-change',
    page: () => import('./year-page.tsx'),
    who: ['administrator', 'coordinator'],
  },
]
