import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../platform/config/config.ts'
import { stopOnSignal } from './start-signals.ts'

const webPort = 5173
const root = fileURLToPath(new URL('../..', import.meta.url))

// What the server answers; all other addresses are pages, which Vite serves as they are being edited.
const serverPaths = [
  '/api',
  '/auth',
  '/oidc',
  '/cas',
  '/ehoks-virkailija-backend',
  '/health',
  '/ready',
  '/metrics',
]

/**
 * `npm run dev`: the server restarts when its sources change, the browser part is replaced in place. Both are
 * reached through Vite's port, so that sign-in and cookies see one address.
 */
export async function dev(): Promise<void> {
  const { port } = readConfig(process.env)
  const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'src/app/main.ts', 'serve'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PUBLIC_URL: `http://localhost:${webPort}` },
  })
  const { createServer } = await import('vite')
  const target = `http://localhost:${port}`
  const vite = await createServer({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    clearScreen: false,
    server: {
      port: webPort,
      strictPort: true,
      proxy: Object.fromEntries(serverPaths.map(path => [path, target])),
    },
  })
  await vite.listen()
  console.log(`Pages that reload as you edit: http://localhost:${webPort}`)
  const ended = new Promise<void>(resolve => server.on('exit', () => resolve()))
  stopOnSignal(
    async () => {
      server.kill('SIGTERM')
      await Promise.all([vite.close(), ended])
    },
    () => undefined,
  )
}
