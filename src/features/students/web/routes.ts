import type { WebRoute } from '../../../platform/web/route.ts'
import { contactReaders, listReaders } from './readers.ts'

export const routes: readonly WebRoute[] = [
  { path: '/students', page: () => import('./students-page.tsx'), who: listReaders },
  { path: '/students/:studentId', page: () => import('./student-page.tsx'), who: contactReaders },
  { path: '/own-plan', page: () => import('./own-plan-page.tsx'), who: ['student'] },
]
