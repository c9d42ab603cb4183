import type { StorageReport } from '@/lib/oauth/environment'

/** Commands of SQL, of Redis and of the memory store that only read. */
const READS =
  /^\s*(select|find|[hm]?get|hgetall|hmget|hexists|smembers|sismember|z\w*range\w*|zscore|exists|p?ttl|keys|scan)\b/i

/**
 * A command that only reads. A script of Redis is reported as the commands it ran, one a line: it only reads when each of
 * them does.
 */
export function isLookup({ place, command }: StorageReport): boolean {
  const lines = place.endsWith('.redis')
    ? command.split('\n').filter((line) => !/^\(and \d+ more\)$/.test(line))
    : [command]
  return lines.every((line) => READS.test(line))
}
