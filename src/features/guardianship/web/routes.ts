import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

export const routes: readonly WebRoute[] = [
  { path: '/guardian', page: () => import('./guarded-page.tsx'), who: ['guardian'], navigation },
  { path: '/guardian/:studentId', page: () => import('./student-page.tsx'), who: ['guardian'] },
]
