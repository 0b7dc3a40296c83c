import { defineAccess, owns } from '../../platform/access/access.ts'

export interface AuditAccessRow {
  readonly studentId: string | null
}

const own = owns<AuditAccessRow>('studentId', actor =>
  actor.kind === 'person' ? actor.studentId : undefined,
)

export const auditLogAccess = defineAccess<AuditAccessRow, 'search' | 'export' | 'readOwn'>('audit-log', {
  search: [{ who: ['administrator'] }],
  export: [{ who: ['administrator'] }],
  readOwn: [{ who: ['student'], only: own }],
})
