import { Type } from 'typebox'
import { auditEvent } from '../../platform/audit/audit.ts'
import { RoleMapping, RoleOrigin, StaffRoleName } from './contract.ts'

/** Somebody saw who holds which role. */
export const rolesListed = auditEvent('roles.list', Type.Object({ rows: Type.Integer() }))
export const operatorsListed = auditEvent('roles.list-operators', Type.Object({ rows: Type.Integer() }))
export const roleGranted = auditEvent('roles.grant', Type.Object({ role: StaffRoleName }))
export const roleRevoked = auditEvent(
  'roles.revoke',
  Type.Object({ role: StaffRoleName, origin: RoleOrigin }),
)
/** A person who was not known here before. */
export const personInvited = auditEvent('roles.invite', Type.Object({ roles: Type.Array(StaffRoleName) }))
/** Groups told at sign-in gave and took roles. */
export const groupsFollowed = auditEvent(
  'roles.follow-groups',
  Type.Object({ given: Type.Array(StaffRoleName), taken: Type.Array(StaffRoleName) }),
)
export const mappingChanged = auditEvent(
  'roles.change-mapping',
  Type.Object({ before: RoleMapping.properties.items, after: RoleMapping.properties.items }),
)
