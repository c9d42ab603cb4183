import { passed, refused } from '@/lib/oauth/check'
import { invalidRedirectUri, type RegistrationCheck } from './input'

/** Fragments would carry tokens past the comparison; white space and backslashes are read differently by each parser. */
export const redirectUriSyntax: RegistrationCheck = {
  id: 'registration-redirect-uri-syntax',
  rule: 'A redirect URI is absolute and has no fragment.',
  cites: ['rfc6749-3.1.2'],
  reads: ['redirect_uris'],
  test: ({ metadata: { redirect_uris } }) => {
    const bad = redirect_uris.find((uri) => !URL.canParse(uri) || uri.includes('#') || /[^\x21-\x7e]|\\/.test(uri))
    if (bad === undefined) return passed(redirect_uris.join(', ') || 'no redirect URI')
    const hint = 'Write the whole URI, scheme and host included, and nothing after a #.'
    return refused(invalidRedirectUri('A redirect URI has to be absolute and without a fragment.', hint), bad)
  },
}
