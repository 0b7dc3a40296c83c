import { demoIssuer } from '../features/personas/queries.ts'
import { saveStaff } from '../features/staff/public.ts'
import { saveRegisterStudents } from '../features/students/public.ts'
import type { Database } from '../platform/db/database.ts'
import { write } from '../platform/db/door.ts'
import type { Uuid } from '../platform/ids.ts'
import type { Clock } from '../platform/time/clock.ts'
import type { DemoProvider } from './demo-world.ts'

/** What the registers of students and staff tell of a provider of the demo: groups, teachers, contacts, guardians. */
export async function loadRegister(
  { clock, database }: { readonly clock: Clock; readonly database: Database },
  providerId: Uuid,
  { provider, staff, students }: Pick<DemoProvider, 'provider' | 'staff' | 'students'>,
): Promise<void> {
  const actor = { kind: 'system', source: 'demo', providerId } as const
  const context = { audit: { actor, now: clock.now() }, source: 'demo', today: clock.today() }
  await write(database, providerId, async transaction => {
    await saveStaff(transaction, { ...context, issuer: demoIssuer, language: provider.language }, staff)
    const { unknownTeacher } = await saveRegisterStudents(transaction, context, students)
    // The demo's own files hold nothing to refuse: a refusal is a fault of ours, and is seen at once.
    if (unknownTeacher.length > 0) throw new Error(`The demo world names no teacher of ${unknownTeacher[0]}`)
  })
}
