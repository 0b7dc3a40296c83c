import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { expect } from 'vitest'
import type { Role } from '../../src/platform/access/actor.ts'
import { hashOf, newSecret } from '../../src/platform/auth/credentials.ts'
import { newId, type Uuid } from '../../src/platform/ids.ts'

/** A new provider. */
export async function newProvider(owner: pg.Pool, name = 'Testilä'): Promise<{ id: Uuid; oid: string }> {
  const id = newId()
  const oid = `1.2.246.562.10.${randomBytes(5).readUIntBE(0, 5)}`
  await owner.query('insert into provider (id, oid, name_fi, language) values ($1, $2, $3, $4)', [
    id,
    oid,
    name,
    'fi',
  ])
  return { id, oid }
}

export interface NewPerson {
  readonly roles: readonly Role[]
  readonly providerId: string
  readonly name?: string
  readonly subject?: string
  readonly issuer?: string
  readonly studentId?: string
}

/** A new person with roles at one provider. */
export async function newPerson(owner: pg.Pool, person: NewPerson): Promise<{ id: Uuid; subject: string }> {
  const id = newId()
  const subject = person.subject ?? `person-${id}`
  await owner.query('insert into person (id, issuer, subject, name, language) values ($1, $2, $3, $4, $5)', [
    ...[id, person.issuer ?? 'demo', subject, person.name ?? 'Testi Henkilö', 'fi'],
  ])
  await assign(owner, id, person)
  return { id, subject }
}

/** Roles at one more provider. */
export async function assign(
  owner: pg.Pool,
  personId: string,
  { roles, providerId, studentId }: Pick<NewPerson, 'roles' | 'providerId' | 'studentId'>,
): Promise<void> {
  for (const role of roles) {
    await owner.query(
      'insert into assignment (person_id, provider_id, role, student_id) values ($1, $2, $3, $4)',
      [...[personId, providerId, role, role === 'student' ? (studentId ?? newId()) : null]],
    )
  }
}

export interface SignedIn {
  readonly personId: Uuid
  readonly secret: string
  /** What a page of ours sends with each request. */
  readonly headers: { readonly cookie: string; readonly 'x-csrf-token': string }
}

/** A new person with a session, as if they had signed in at `at`. */
export async function signInAs(owner: pg.Pool, person: NewPerson, at = new Date()): Promise<SignedIn> {
  const { id } = await newPerson(owner, person)
  const [secret, csrf] = [newSecret(), newSecret()]
  await owner.query(
    `insert into session (secret_hash, person_id, provider_id, csrf_token, language, created_at, expires_at)
     values ($1, $2, $3, $4, 'fi', $5, $6)`,
    [hashOf(secret), id, person.providerId, csrf, at, new Date(at.getTime() + 12 * 3_600_000)],
  )
  return { personId: id, secret, headers: { cookie: `yhdessa_session=${secret}`, 'x-csrf-token': csrf } }
}

/** What the audit holds of an action at a provider. */
export async function auditOf(owner: pg.Pool, providerId: string, action: string) {
  const { rows } = await owner.query<{
    actor_kind: string
    actor_id: string | null
    target_id: string | null
    details: unknown
  }>(
    'select actor_kind, actor_id, target_id, details from audit_event where provider_id = $1 and action = $2 order by id',
    [providerId, action],
  )
  return rows
}

/**
 * Holds the rows that `statement` locks until `count` others wait for a lock, then lets go: what happens at once
 * in `work` truly does.
 */
export async function atOnce<T>(
  owner: pg.Pool,
  statement: { readonly text: string; readonly values: unknown[] },
  count: number,
  work: () => Promise<T>,
): Promise<T> {
  const holder = await owner.connect()
  try {
    await holder.query('begin')
    await holder.query(statement)
    const result = work()
    await expect
      .poll(async () => {
        const { rows } = await owner.query<{ waiting: number }>(
          "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
        return rows[0]?.waiting
      })
      .toBe(count)
    await holder.query('rollback')
    return await result
  } finally {
    holder.release()
  }
}
