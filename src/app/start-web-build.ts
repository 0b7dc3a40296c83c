import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartFailure } from '../platform/config/start-failure.ts'
import { withLock } from '../platform/db/embedded-lock.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const stampFile = join(root, 'dist', 'web.stamp')

// What the browser part cannot contain: the house rules keep it from importing these.
const serverOnly =
  /\.test\.tsx?$|(^|\/)(queries|service|routes|jobs|page|factory)[^/]*\.ts$|^(integrations|platform\/(db|http|jobs|log|config))\//

function sources(): string[] {
  const source = join(root, 'src')
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(source.length + 1))
    .filter(file => !serverOnly.test(file))
  return [...files.map(file => join('src', file)), 'vite.config.ts', 'package-lock.json'].sort()
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of sources())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function isFresh(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()
}

function viteProgram(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  } catch (error) {
    throw new StartFailure('The web app must be built and Vite is not installed: run npm ci --include=dev.', {
      cause: error,
    })
  }
}

function withoutStack(output: string): string {
  return output.trim().replaceAll(/^ +at .*\n?/gm, '')
}

function runVite(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [viteProgram(), 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', chunk => {
        output += chunk
      })
    }
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve()
      else reject(new StartFailure(`The web app could not be built:\n${withoutStack(output)}`))
    })
  })
}

/** Builds the browser part when its sources differ from those of the last build. */
export async function buildWebIfStale(say: (line: string) => void): Promise<void> {
  if (isFresh()) return
  mkdirSync(dirname(stampFile), { recursive: true })
  await withLock(join(root, 'dist', 'web.lock'), async () => {
    if (isFresh()) return
    say('Building the web app (only when its sources have changed).')
    const before = fingerprint()
    rmSync(stampFile, { force: true })
    await runVite()
    writeFileSync(stampFile, before)
  })
}
