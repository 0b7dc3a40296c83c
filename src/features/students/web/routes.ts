import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

export const routes: readonly WebRoute[] = [
  { path: '/students', page: () => import('./students-page.tsx'), who: 'signed-in', navigation },
]
