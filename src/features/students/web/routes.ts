import type { WebRoute } from '../../../platform/web/route.ts'
import { contactReaders, listReaders } from './readers.ts'
import { texts } from './texts.ts'

const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

export const routes: readonly WebRoute[] = [
  { path: '/students', page: () => import('./students-page.tsx'), who: listReaders, navigation },
  { path: '/students/:studentId', page: () => import('./student-page.tsx'), who: contactReaders },
  { path: '/own-plan', page: () => import('./own-plan-page.tsx'), who: ['student'] },
]
