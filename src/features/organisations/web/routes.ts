import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

/** As access.ts has it. */
const readers = ['teacher', 'guidance', 'coordinator', 'quality', 'administrator'] as const

const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

export const routes: readonly WebRoute[] = [
  { path: '/organisations', page: () => import('./organisations-page.tsx'), who: readers, navigation },
  { path: '/organisations/:oid', page: () => import('./organisation-page.tsx'), who: readers },
]
