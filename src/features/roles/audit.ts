import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'
import { RoleMapping, RoleOrigin, StaffRole } from './contract.ts'

/** Somebody saw who holds which role. */
export const rolesListed = auditEvent('roles.list', Type.Object({ rows: Type.Integer() }))
export const operatorsListed = auditEvent('roles.list-operators', Type.Object({ rows: Type.Integer() }))
export const roleGranted = auditEvent('roles.grant', Type.Object({ role: StaffRole }))
export const roleRevoked = auditEvent('roles.revoke', Type.Object({ role: StaffRole, origin: RoleOrigin }))
/** A person who was not known here before. */
export const personInvited = auditEvent('roles.invite', Type.Object({ roles: Type.Array(StaffRole) }))
/** Groups told at sign-in gave and took roles. */
export const groupsFollowed = auditEvent(
  'roles.follow-groups',
  Type.Object({ given: Type.Array(StaffRole), taken: Type.Array(StaffRole) }),
)
export const mappingChanged = auditEvent(
  'roles.change-mapping',
  Type.Object({ before: RoleMapping.properties.items, after: RoleMapping.properties.items }),
)
