import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

export const codePresent: Check<{ code: string | null }, ClientPolicy> = {
  id: 'callback.code',
  rule: 'The answer carries a code.',
  cites: ['rfc6749-4.1.2'],
  reads: ['code'],
  test: ({ code }) => {
    if (code) return passed(`A code of ${code.length} characters.`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'The answer carries neither a code nor an error.',
        cites: ['rfc6749-4.1.2'],
        hint: 'Without a code there is nothing the application could trade for tokens.',
      }),
      'No code.',
    )
  },
}
