// npm run pictures: every page in three widths, three languages and every state into .cache/screenshots, to be looked at,
// and the first screens that the guides and the README show into docs/pictures.
import { runSteps } from './steps.ts'

process.env.SCREENSHOTS = '1'
process.exitCode = await runSteps([
  { name: 'web app', run: ['src/app/main.ts', 'build'] },
  { name: 'pictures', run: ['vitest', 'run', 'e2e/pages.test.ts'], counted: true },
])
