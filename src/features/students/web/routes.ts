import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

/** As access.ts has it: an administrator by that role alone sees no students. */
const readers = ['teacher', 'guidance', 'coordinator', 'quality', 'student'] as const

const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

export const routes: readonly WebRoute[] = [
  { path: '/students', page: () => import('./students-page.tsx'), who: readers, navigation },
]
