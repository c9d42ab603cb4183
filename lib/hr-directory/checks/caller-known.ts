import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'

type Input = { credentials: { name: string; password: string } | null; callers: Readonly<Record<string, string>> }

/** Whoever gets an assertion can be that user for a while: it is handed to services the company runs, by password. */
export const callerKnown: Check<Input, unknown> = {
  id: 'directory.caller-known',
  rule: 'The directory knows the service that asks.',
  cites: ['rfc7521-3', 'rfc7617-2'],
  reads: ['Authorization'],
  test({ credentials, callers }) {
    const known = credentials !== null && Object.hasOwn(callers, credentials.name)
    if (known && callers[credentials.name] === credentials.password)
      return passed(`${credentials.name}, password correct`)
    return refused(
      new OAuthError({
        code: 'invalid_client',
        description: 'The directory does not know this caller.',
        cites: this.cites,
        status: 401,
        headers: { 'www-authenticate': 'Basic realm="HR directory"' },
      }),
      credentials ? `${credentials.name}, or its password, is not known` : 'no credentials',
    )
  },
}
