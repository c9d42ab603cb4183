import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // A party under the app's origin gets its URLs as they were sent: `/spa/` is not `/spa`.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  // Native modules are required at run time, never bundled.
  serverExternalPackages: ['libsql', 'ioredis', 'pg'],
  // A browser application is served as the text of its own functions, which learners read.
  experimental: { serverMinification: false },
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
}
