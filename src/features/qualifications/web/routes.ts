import type { WebRoute } from '../../../platform/web/route.ts'
import { texts } from './texts.ts'

const navigation = { fi: texts.fi.label, sv: texts.sv.label, en: texts.en.label }

export const routes: readonly WebRoute[] = [
  { path: '/qualifications', page: () => import('./list-page.tsx'), who: 'signed-in', navigation },
  { path: '/qualifications/:id', page: () => import('./qualification-page.tsx'), who: 'signed-in' },
  { path: '/qualifications/:id/units/:code', page: () => import('./unit-page.tsx'), who: 'signed-in' },
]
