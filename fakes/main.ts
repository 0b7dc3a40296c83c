import { fileURLToPath } from 'node:url'
import { codeSetsOfExtract } from './reference.ts'
import { type Fakes, startFakes } from './server.ts'
import { readWorld, type World, withDemoPeople } from './world.ts'

const usualPort = 4300

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The world of a folder of national files; without one a small invented one, with the people of the demo. */
export function worldOf(folder: string | undefined): World {
  if (folder !== undefined) return { ...readWorld(folder), lendsStudents: true }
  const codeSets = codeSetsOfExtract(here('../db/demo/reference'))
  return { ...withDemoPeople(readWorld(here('data')), here('../db/demo/world')), codeSets }
}

/** Serves until it is stopped, and says where. */
export async function runFakes(
  folder: string | undefined,
  say: (line: string) => void,
  port?: number,
): Promise<Fakes> {
  const world = worldOf(folder)
  const fakes = await startFakes(world, port ?? usualPort).catch((error: NodeJS.ErrnoException) => {
    // A port that was asked for is told to be taken; of ours any other will do.
    if (error.code === 'EADDRINUSE' && port === undefined) return startFakes(world)
    throw error
  })
  const { codeSets, plans, qualifications, students } = world
  say(`Fake national services: ${qualifications.length} qualifications, ${codeSets.size} code sets,`)
  say(
    `${students.length} students and ${plans.length} HOKSes. Their addresses, for the settings of registers:`,
  )
  for (const [name, address] of Object.entries(fakes.addresses)) say(`  ${name.padEnd(12)} ${address}`)
  say(
    'Any user name and password will do, but the password "wrong". Ways to fail: fakes/README.md. Ctrl-C ends.',
  )
  return fakes
}
