import type { WebRoute } from '../../../platform/web/route.ts'
import { listReaders } from './readers.ts'

export const routes: readonly WebRoute[] = [
  { path: '/administration/deliveries', page: () => import('./deliveries-page.tsx'), who: listReaders },
]
