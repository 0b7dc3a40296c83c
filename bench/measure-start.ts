import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './load-job.ts'
import { type Measured, rounded } from './report.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const apart = new Set(['node_modules', '.git', '.data', '.cache', 'coverage', 'bench.json'])
const rounds = 3

/** Seconds from `npm start` to its first answer, on a data folder where it has run before. */
export async function measureStart(): Promise<Measured> {
  const folder = copyOfTheCheckout()
  try {
    // The first start makes the database, the demo world and the browser part; it is not the one measured.
    await startOnce(folder, 180)
    const times: number[] = []
    for (let round = 0; round < rounds; round++) times.push(await startOnce(folder, 30))
    return { value: rounded(median(times)), unit: 's', floor: null, ratio: null }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A checkout of its own with the same packages: the data folder of the one in use is not touched. */
function copyOfTheCheckout(): string {
  const cache = join(root, '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'bench-start-'))
  for (const name of readdirSync(root)) {
    if (!apart.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

async function startOnce(folder: string, patience: number): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const { DATABASE_URL: _, ...environment } = process.env
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...environment, PORT: String(port) },
    stdio: 'ignore',
    // A group of its own: npm, its shell and the service are ended together.
    detached: true,
  })
  try {
    await firstAnswer(child, `http://localhost:${port}/health`, patience)
    return (performance.now() - began) / 1000
  } finally {
    await end(child)
  }
}

async function firstAnswer(child: ChildProcess, address: string, patience: number): Promise<void> {
  const end = performance.now() + patience * 1000
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error(`npm start did not answer in ${patience} s`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  process.kill(-child.pid, 'SIGINT')
  await ended
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
