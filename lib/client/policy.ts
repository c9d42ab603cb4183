import { onOff, type PolicyOf, setting } from '@/lib/oauth/policy'

/** The client application's switches. Columns: permissive, rfc6749, bcp, oauth21, fapi2. */
export const CLIENT_SWITCHES = {
  usePkce: onOff(
    'Send a code_challenge with the authorization request',
    ['rfc7636-4.3', 'rfc9700-2.1.1'],
    [false, false, true, true, true],
  ),
  challengeMethod: setting(
    'How the code_challenge is made from the verifier: hashed, or not at all',
    ['rfc7636-4.2', 'rfc7636-7.2'],
    ['S256', 'plain'],
    ['S256', 'S256', 'S256', 'S256', 'S256'],
  ),
  usePar: onOff(
    'Push the authorization request, and send only its reference through the browser',
    ['rfc9126-1', 'rfc9126-2.1'],
    [false, false, false, false, true],
  ),
  useDpop: onOff(
    'Prove possession of a key with every token request and API call, and take only tokens bound to it',
    ['rfc9449-5', 'rfc9700-2.2.1'],
    [false, false, false, false, true],
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
  openIdConnect: onOff(
    'Ask who the user is, with OpenID Connect, and sign her in',
    ['oidc-core-3.1', 'oidc-core-3.1.2.1'],
    [false, false, false, false, false],
  ),
  useNonce: /* S-NONCE */ onOff(
    'Tie the ID token to the login it was asked for, by a nonce',
    ['oidc-core-3.1.2.1', 'oidc-core-15.5.2'],
    [false, false, true, true, true],
  ),
  checkIdToken: /* S-IDV */ onOff(
    'Validate an ID token before believing it',
    ['oidc-core-3.1.3.7'],
    [false, true, true, true, true],
  ),
  accessTokenLogin: /* S-ATLOGIN */ onOff(
    'Sign in whoever brings an access token, as the user whose photos it opens',
    ['rfc9700-4.6', 'rfc6749-10.16'],
    [true, false, false, false, false],
  ),
  leaveCallback: /* S-CLEAN */ onOff(
    'Redirect away from the URL that carries the code',
    ['rfc9700-4.2.4', 'rfc6749-3.1.2.5'],
    [false, false, true, true, true],
  ),
  browserGrant: setting(
    'Which grant the browser application uses',
    ['rfc10017-6.3', 'rfc6749-4.2'],
    ['code', 'token'],
    ['code', 'code', 'code', 'code', 'code'],
  ),
  browserStorage: /* S-STORE */ setting(
    'Where the browser application keeps its tokens',
    ['rfc10017-8'],
    ['memory', 'sessionStorage', 'localStorage'],
    ['localStorage', 'sessionStorage', 'sessionStorage', 'sessionStorage', 'memory'],
  ),
  ownHeader: /* S-BFFCSRF */ onOff(
    'Act only on requests of the application’s own page, told by a header no form can send',
    ['rfc10017-6.1.3.3'],
    [false, false, true, true, true],
  ),
  presentToken: setting(
    'How the application presents its access token to the API',
    ['rfc6750-2.1', 'rfc6750-2.3'],
    ['header', 'query'],
    ['header', 'header', 'header', 'header', 'header'],
  ),
  accounts: onOff(
    'Keep accounts of its own, to which users link their drives',
    ['rfc9700-4.7', 'rfc6749-10.12'],
    [false, false, false, false, false],
  ),
  advertising: onOff(
    'Show a picture of another site on every page',
    ['rfc9700-4.2', 'rfc6749-3.1.2.5'],
    [false, false, false, false, false],
  ),
  openRedirector: /* S-COPEN */ onOff(
    'Return to any URL named in the request',
    ['rfc9700-4.11.1'],
    [true, true, false, false, false],
  ),
  authentication: setting(
    'How the application proves who it is at the token endpoint',
    ['rfc6749-2.3', 'rfc9700-2.5', 'oauth21-2.4.1'],
    ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    ['client_secret_post', 'client_secret_basic', 'client_secret_basic', 'client_secret_basic', 'private_key_jwt'],
  ),
} as const

export type ClientPolicy = PolicyOf<typeof CLIENT_SWITCHES>
