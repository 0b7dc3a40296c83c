import { type Static, Type } from 'typebox'
import { languages } from '../../platform/i18n/language.ts'
import { staffRoles } from './rules-names.ts'

const closed = { additionalProperties: false }

export const StaffRoleName = Type.Enum([...staffRoles])

/** Who gave a role: an administrator or a command; a group told at sign-in; the staff file of a register. */
export const RoleOrigin = Type.Enum(['granted', 'openid', 'register'])
export type RoleOrigin = Static<typeof RoleOrigin>

const HeldRole = Type.Object({ role: StaffRoleName, origin: RoleOrigin }, closed)
export type HeldRole = Static<typeof HeldRole>

export const RoleHolder = Type.Object(
  {
    personId: Type.String({ format: 'uuid' }),
    name: Type.String(),
    /** How the OpenID provider names the person. */
    subject: Type.String(),
    roles: Type.Array(HeldRole),
  },
  closed,
)
export type RoleHolder = Static<typeof RoleHolder>

export const RoleHolderList = Type.Object(
  { items: Type.Array(RoleHolder), next: Type.Optional(Type.String()) },
  closed,
)
export type RoleHolderList = Static<typeof RoleHolderList>

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** Somebody who has perhaps not signed in yet, as the installation's OpenID provider will name them. */
export const Invitation = Type.Object(
  {
    subject: text(255),
    name: text(200),
    language: Type.Enum([...languages]),
    roles: Type.Array(StaffRoleName, { minItems: 1, maxItems: staffRoles.length, uniqueItems: true }),
  },
  closed,
)
export type Invitation = Static<typeof Invitation>

export const RoleParams = Type.Object({ personId: Type.String({ format: 'uuid' }), role: StaffRoleName })

/** Taking away one's own role of administrator is said twice: nobody else may be there to give it back. */
export const RevokeQuery = Type.Object({ confirm: Type.Optional(Type.Literal('own-administrator')) })

const GroupRoles = Type.Object(
  {
    /** The name of the group, exactly as the OpenID provider tells it. */
    group: text(255),
    roles: Type.Array(StaffRoleName, { minItems: 1, maxItems: staffRoles.length, uniqueItems: true }),
  },
  closed,
)
export type GroupRoles = Static<typeof GroupRoles>

/** With the version that was read: a change of another one is refused. 0 stands for a mapping never made. */
export const RoleMapping = Type.Object(
  { items: Type.Array(GroupRoles, { maxItems: 300 }), version: Type.Integer({ minimum: 0 }) },
  closed,
)
export type RoleMapping = Static<typeof RoleMapping>

export const RoleMappingView = Type.Object(
  {
    ...RoleMapping.properties,
    /** The claim in which groups are told at sign-in: a setting of the installation. */
    claim: Type.String(),
  },
  closed,
)
export type RoleMappingView = Static<typeof RoleMappingView>
