import type { WebRoute } from '../../../platform/web/route.ts'
import { pathReaders } from './readers.ts'

export const routes: readonly WebRoute[] = [
  { path: '/path', page: () => import('./path-page.tsx'), who: ['student'] },
  { path: '/students/:studentId/path', page: () => import('./student-path-page.tsx'), who: pathReaders },
]
