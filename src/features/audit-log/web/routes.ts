import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

const own = { fi: texts.fi.own.label, sv: texts.sv.own.label, en: texts.en.own.label }

export const routes: readonly WebRoute[] = [
  { path: '/administration/audit', page: () => import('./audit-page.tsx'), who: ['administrator'] },
  { path: '/own-audit', page: () => import('./own-page.tsx'), who: ['student'], navigation: own },
]
