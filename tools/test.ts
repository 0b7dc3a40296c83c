// npm test: everything, on a throw-away database.
import { runSteps } from './steps.ts'

process.exitCode = await runSteps([
  { name: 'types', run: ['tsc'] },
  { name: 'lint', run: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'generated: db/types.ts, db/schema.sql', run: ['src/app/main.ts', 'db', 'types', '--check'] },
  { name: 'generated: openapi.json', run: ['src/app/main.ts', 'openapi', '--check'] },
  { name: 'web app', run: ['src/app/main.ts', 'build'] },
  { name: 'house rules, unit, route and browser tests', run: ['vitest', 'run'], counted: true },
])
