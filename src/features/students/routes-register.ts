import { whoMay } from '../../platform/access/access.ts'
import { templateRoutes } from '../../platform/csv/template-routes.ts'
import type { Endpoint } from '../../platform/http/endpoint.ts'
import { studentAccess } from './access.ts'
import { studentColumns } from './contract-register.ts'

export function studentRegisterRoutes(): Endpoint[] {
  return templateRoutes({ kind: 'students', columns: studentColumns, access: whoMay(studentAccess.import) })
}
