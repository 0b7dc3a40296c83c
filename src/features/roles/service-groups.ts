import type { System } from '../../platform/access/actor.ts'
import { record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { read, write } from '../../platform/db/door.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Uuid } from '../../platform/ids.ts'
import { groupsFollowed } from './audit.ts'
import type { HeldRole } from './contract.ts'
import { ensurePerson, findPersonId } from './queries.ts'
import { follow, groupsMatter, rolesHeld, rolesOfGroups } from './queries-groups.ts'
import { following } from './rules.ts'

/** Who signs in, as the OpenID provider names them. */
export interface SigningIn {
  readonly issuer: string
  readonly subject: string
}

/** What the OpenID provider tells of a person beside the subject. */
export interface ToldProfile {
  readonly name: string | undefined
  readonly language: Language | undefined
  readonly groups: readonly string[]
}

interface Moment {
  readonly now: Date
  readonly requestId: string
}

/**
 * Makes the roles of who signs in follow their groups, at every provider whose mapping names one. A person not known
 * before begins to exist with the first role. Each provider's change is one transaction with its mark in the audit; a
 * sign-in cut short between two of them mends the rest when it is tried again.
 *
 * @param profile Asked only when groups can change something.
 * @returns whether any role changed.
 */
export async function followGroups(
  database: Database,
  { issuer, subject }: SigningIn,
  profile: () => Promise<ToldProfile>,
  moment: Moment,
): Promise<boolean> {
  const { known, matters } = await read(database, null, async transaction => {
    const known = await findPersonId(transaction, issuer, subject)
    return { known, matters: await groupsMatter(transaction, known) }
  })
  if (!matters) return false
  const { groups, language = 'fi', name = subject } = await profile()
  const { held, wanted } = await read(database, null, async transaction => ({
    wanted: await rolesOfGroups(transaction, groups),
    held: known === undefined ? nothing : await rolesHeld(transaction, known),
  }))
  let changed = false
  for (const providerId of new Set([...wanted.keys(), ...held.keys()])) {
    const change = following(held.get(providerId) ?? [], wanted.get(providerId) ?? [])
    if (change.give.length + change.take.length === 0) continue
    const actor: System = { kind: 'system', source: 'openid', providerId }
    await write(database, providerId, async transaction => {
      const person = { issuer, subject, name, language }
      const id = known ?? (await ensurePerson(transaction, person)).id
      const details = await follow(transaction, id, providerId, change)
      if (details.given.length + details.taken.length === 0) return
      await record(transaction, { actor, ...moment }, groupsFollowed, { targetId: id, details })
      changed = true
    })
  }
  return changed
}

const nothing: ReadonlyMap<Uuid, readonly HeldRole[]> = new Map()
