import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'
import { ProviderSettings } from './contract.ts'

export const settingsChanged = auditEvent(
  'settings.change',
  Type.Object({ changed: Type.Array(Type.String()), before: ProviderSettings, after: ProviderSettings }),
)
