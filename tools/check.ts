// npm run check: the quick part, for while one works. What needs requests or a browser is left to npm test.
import { runSteps } from './steps.ts'

const slow = [
  '**/{routes,queries,service,jobs,public}*.test.ts',
  'e2e/**',
  'bench/**',
  'test/!(house).test.ts',
]
const without = slow.flatMap(pattern => ['--exclude', pattern])

process.exitCode = await runSteps([
  { name: 'types', run: ['tsc'] },
  { name: 'lint', run: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'house rules and unit tests', run: ['vitest', 'run', ...without], counted: true },
])
