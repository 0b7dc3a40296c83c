import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

const makers = ['teacher', 'guidance', 'administrator'] as const
const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

/** As access.ts has it. */
export const routes: readonly WebRoute[] = [
  { path: '/templates', page: () => import('./list-page.tsx'), who: makers, navigation },
  { path: '/templates/new', page: () => import('./new-page.tsx'), who: makers },
  { path: '/templates/received', page: () => import('./received-page.tsx'), who: makers },
  { path: '/templates/:id', page: () => import('./template-page.tsx'), who: makers },
]
