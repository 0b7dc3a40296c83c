import type { WebRoute } from '../../../platform/web/route.ts'
import { pathReaders } from './readers.ts'
import { texts } from './texts.ts'

const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

export const routes: readonly WebRoute[] = [
  { path: '/path', page: () => import('./path-page.tsx'), who: ['student'], navigation },
  { path: '/students/:studentId/path', page: () => import('./student-path-page.tsx'), who: pathReaders },
]
