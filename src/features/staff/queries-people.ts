import { sql } from 'kysely'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { newId } from '../../platform/ids.ts'

/** Who signs in by a subject of the installation's OpenID provider. */
export interface SigningPerson {
  readonly subject: string
  readonly name: string
  readonly language: string
}

/** Makes those who have never signed in. Answers the ids of all by subject. */
export async function ensurePeople(
  transaction: WriteTransaction,
  issuer: string,
  people: readonly SigningPerson[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map()
  const rows = people.map(person => ({ id: newId(), ...person }))
  await sql`
    insert into person (id, issuer, subject, name, language)
    select r.id, ${issuer}, r.subject, r.name, r.language
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, subject text, name text, language text)
    on conflict (issuer, subject) do nothing`.execute(transaction)
  const subjects = people.map(person => person.subject)
  const found = await sql<{ id: string; subject: string }>`
    select id, subject from person where issuer = ${issuer} and subject = any (${subjects}::text[])`.execute(
    transaction,
  )
  return new Map(found.rows.map(row => [row.subject, row.id]))
}

export interface ToldRoles {
  readonly personId: string
  readonly roles: readonly string[]
}

/**
 * Makes the roles that the file gives to be these: adds what is missing, takes away what the file gave before and gives no
 * more. What an administrator granted, or a group of the OpenID provider gives, stays. Answers who was changed.
 */
export async function replaceRoles(
  transaction: WriteTransaction,
  providerId: string,
  told: readonly ToldRoles[],
): Promise<ReadonlySet<string>> {
  if (told.length === 0) return new Set()
  const pairs = told.flatMap(({ personId, roles }) => roles.map(role => ({ person_id: personId, role })))
  const people = told.map(one => one.personId)
  const changed = await sql<{ person_id: string }>`
    with wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as w (person_id uuid, role text)
    ), gone as (
      delete from assignment a
      where a.provider_id = ${providerId} and a.origin = 'register' and a.person_id = any (${people}::uuid[])
        and not exists (select from wanted w where w.person_id = a.person_id and w.role = a.role)
      returning a.person_id
    ), come as (
      insert into assignment (person_id, provider_id, role, origin)
      select w.person_id, ${providerId}, w.role, 'register' from wanted w
      on conflict (person_id, provider_id, role) do nothing returning person_id
    )
    select person_id from gone union select person_id from come`.execute(transaction)
  return new Set(changed.rows.map(row => row.person_id))
}
