import { onOff, type PolicyOf, setting } from '@/lib/oauth/policy'

/** The client application's switches. Columns: permissive, rfc6749, bcp, oauth21, fapi2. */
export const CLIENT_SWITCHES = {
  usePkce: onOff(
    'Send a code_challenge with the authorization request',
    ['rfc7636-4.3', 'rfc9700-2.1.1'],
    [false, false, true, true, true],
  ),
  checkState: /* S-STATE */ onOff(
    'Send state, tie it to the session, and accept it once',
    ['rfc6749-10.12', 'rfc9700-4.7'],
    [false, true, true, true, true],
  ),
  checkIssuer: /* S-CISS */ onOff(
    'Compare iss in the authorization response before using the code',
    ['rfc9207-2.4'],
    [false, false, true, true, true],
  ),
  leaveCallback: /* S-CLEAN */ onOff(
    'Redirect away from the URL that carries the code',
    ['rfc9700-4.2.4', 'rfc6749-3.1.2.5'],
    [false, false, true, true, true],
  ),
  openRedirector: /* S-COPEN */ onOff(
    'Return to any URL named in the request',
    ['rfc9700-4.11.1'],
    [true, true, false, false, false],
  ),
  authentication: setting(
    'How the application proves who it is at the token endpoint',
    ['rfc6749-2.3', 'oauth21-2.4.1'],
    ['client_secret_basic', 'client_secret_post', 'none'],
    ['client_secret_post', 'client_secret_basic', 'client_secret_basic', 'client_secret_basic', 'client_secret_basic'],
  ),
} as const

export type ClientPolicy = PolicyOf<typeof CLIENT_SWITCHES>
