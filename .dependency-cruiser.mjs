// The directions of the house: app -> integrations -> features -> platform | ui. test/house.test.ts runs these
// and proves that a planted violation is caught.
const test = '\\.test\\.tsx?$'
const door = '(contract|rules|public)[a-z-]*\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'platform-knows-no-feature',
      comment: 'The platform serves every feature and knows none: give it what it needs as an argument.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: test },
      to: { path: '^src/(features|integrations|app|ui)/' },
    },
    {
      name: 'ui-knows-no-domain',
      comment: 'The design system has no domain word: pass texts and values as properties.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(features|integrations|app)/|^src/platform/(db|http|jobs|auth|log|config)/' },
    },
    {
      name: 'features-know-no-register',
      comment: 'A feature never imports an integration or the composition: the app hands it over.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: test },
      to: { path: '^src/(integrations|app)/' },
    },
    {
      name: 'integrations-know-no-app',
      comment: 'A register is composed by the app, never the other way.',
      severity: 'error',
      from: { path: '^src/integrations/', pathNot: test },
      to: { path: '^src/app/' },
    },
    {
      name: 'features-by-their-door',
      comment: 'Another feature is entered through its contract, rules, public or web/public only.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: test },
      to: {
        path: '^src/features/[^/]+/',
        pathNot: [
          '^src/features/$1/',
          `^src/features/[^/]+/${door}`,
          '^src/features/[^/]+/web/public[a-z-]*\\.tsx?$',
        ],
      },
    },
    {
      name: 'integrations-by-the-door',
      comment: 'An integration enters a feature through its contract, rules or public only.',
      severity: 'error',
      from: { path: '^src/integrations/', pathNot: test },
      to: { path: '^src/features/', pathNot: `^src/features/[^/]+/${door}` },
    },
    {
      name: 'registers-apart',
      comment: 'One register knows nothing of another.',
      severity: 'error',
      from: { path: '^src/integrations/([^/]+)/', pathNot: test },
      to: { path: '^src/integrations/', pathNot: '^src/integrations/$1/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule decides from its arguments: no I/O, no clock, no random, nothing of Node.',
      severity: 'error',
      from: { path: '^src/(features|integrations)/.*/rules[a-z-]*\\.ts$' },
      to: { path: '^src/platform/(db|http|jobs|auth|log|config)/|^src/platform/time/clock' },
    },
    {
      name: 'rules-need-no-node',
      comment: 'A rule runs in the browser too.',
      severity: 'error',
      from: { path: '^src/(features|integrations)/.*/rules[a-z-]*\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sql-in-queries-only',
      comment: 'Inside a feature only queries and access know Kysely.',
      severity: 'error',
      from: { path: '^src/(features|integrations)/', pathNot: ['/(queries|access)[a-z-]*\\.ts$', test] },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'browser-knows-no-server',
      comment: 'web/ sees contracts, rules and texts, never queries, service, routes or Node.',
      severity: 'error',
      from: { path: '^src/(features/[^/]+|app|platform)/web/|^src/ui/', pathNot: test },
      to: {
        path:
          '/(queries|service|routes|jobs|audit|access|page|factory)[a-z-]*\\.ts$|' +
          '^src/platform/(db|http|jobs|auth|log|config|audit|access)/|^src/integrations/|^node:',
        pathNot: '/web/',
      },
    },
    {
      name: 'browser-needs-no-node',
      comment: 'A browser has no Node.',
      severity: 'error',
      from: { path: '^src/(features/[^/]+|app|platform)/web/|^src/ui/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-in-product',
      comment: 'What runs for users imports no test, no tool and nothing that only development installs.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: `${test}|^(test|e2e|bench|tools)/` },
    },
    {
      name: 'fakes-apart',
      comment: 'A fake that used our own code would agree with our mistakes.',
      severity: 'error',
      // What eHOKS takes in is judged by the rules that were tried against all published cases: ADR 14.
      from: { path: '^fakes/', pathNot: '^fakes/ehoks-writing\\.ts$' },
      to: { path: '^(src|test)/' },
    },
    {
      name: 'fakes-by-command-only',
      comment: 'The service needs no fake: the command line starts them, the demo, and tests.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${test}|^src/app/(main-commands|demo-[\\w-]+)\\.ts$` },
      to: { path: '^fakes/' },
    },
    {
      name: 'found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\.css$|^@fontsource' },
    },
  ],
  options: {
    // TypeScript 7 has no interface that dependency-cruiser could use yet; with it alone it reads nothing.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|json|woff2)$' },
  },
}
