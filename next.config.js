/** @type {import('next').NextConfig} */
const config = {
  // Another folder lets two servers of one work tree build beside each other.
  distDir: process.env.LANDED_DIST_DIR || '.next',
  poweredByHeader: false,
  // A proxy in front compresses better; here it would hold back the stream of live events.
  compress: false,
  // Checked by `npm test`, not again at every start.
  typescript: { ignoreBuildErrors: true },
  // Loaded from node_modules as they are, so that the server and the routes share one copy of each.
  serverExternalPackages: ['pg', 'pg-query-stream', 'pino', 'prom-client', '@prisma/client', '@prisma/adapter-pg'],
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
}

export default config
