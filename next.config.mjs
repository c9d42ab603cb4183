import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native modules are required at run time, never bundled.
  serverExternalPackages: ['libsql', 'ioredis', 'pg'],
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
}
