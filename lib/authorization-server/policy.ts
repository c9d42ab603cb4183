import { DPOP_SWITCHES } from '@/lib/oauth/dpop/switches'
import { onOff, type PolicyOf, range, setting } from '@/lib/oauth/policy'

/**
 * The authorization server's switches. Columns of each row, in order: permissive, rfc6749, bcp, oauth21, fapi2.
 * The S-id in the comment is the switch's name in the attack catalogue.
 */
export const AUTHORIZATION_SERVER_SWITCHES = {
  // The authorization endpoint
  redirectMatching: /* S-REDIR */ setting(
    'How redirect_uri is compared with the registered ones',
    ['rfc9700-4.1.3', 'rfc3986-6.2.1'],
    ['exact', 'prefix'],
    ['prefix', 'prefix', 'exact', 'exact', 'exact'],
  ),
  pkce: /* S-PKCE */ setting(
    'Whether a code_challenge must come with the authorization request',
    ['rfc9700-2.1.1', 'rfc7636-4.4.1'],
    ['required', 'optional', 'off'],
    ['optional', 'optional', 'required', 'required', 'required'],
  ),
  pkcePlain: /* S-PKCEPLAIN */ onOff(
    'Accept code_challenge_method=plain',
    ['rfc7636-7.2', 'rfc9700-2.1.1'],
    [true, true, false, false, false],
  ),
  implicit: /* S-IMPLICIT */ onOff(
    'Answer response_type=token and those with id_token: tokens in the redirect',
    ['rfc6749-4.2', 'rfc9700-2.1.2', 'rfc10017-7.2'],
    [true, true, false, false, false],
  ),
  stopFragments: onOff(
    'End the address of every redirect with a fragment of its own, so that browsers attach no earlier one',
    ['rfc9700-4.1.3'],
    [false, false, false, false, false],
  ),
  refuseReusedChallenge: onOff(
    'Refuse a code_challenge that an earlier code of the client already carries',
    ['rfc9700-2.1.1'],
    [false, false, false, false, true],
  ),
  refuseRepeatedParameters: /* S-DUP */ onOff(
    'Refuse a request that repeats a parameter',
    ['rfc6749-3.1'],
    [false, true, true, true, true],
  ),
  issInResponse: /* S-ISS */ onOff(
    'Name the issuer in every authorization response',
    ['rfc9207-2'],
    [false, false, true, true, true],
  ),
  redirectStatus: /* S-303 */ setting(
    'Status of redirects that follow a form with credentials',
    ['rfc9700-4.12'],
    [303, 307],
    [307, 307, 303, 303, 303],
  ),
  denyFraming: /* S-FRAME */ onOff(
    'Forbid other sites to frame the login and consent pages',
    ['rfc9700-4.16', 'rfc6749-10.13'],
    [false, false, true, true, true],
  ),
  cookiesAcrossSites: onOff(
    'Have browsers send the cookies of sign-in along with requests that other sites start, from frames and forms',
    ['rfc6265bis-4.1.2.7', 'rfc6749-10.13'],
    [true, true, false, false, false],
  ),
  noReferrer: /* S-REFPOL */ onOff(
    'Tell the browser to send no Referer from these pages',
    ['rfc9700-4.2.4'],
    [false, false, true, true, true],
  ),
  consent: /* S-CONSENT */ setting(
    'When the user is asked: always, or not again for the same client and scope (public clients are always asked under remember)',
    ['rfc6749-10.2', 'rfc8252-8.6'],
    ['always', 'remember', 'once-for-anybody'],
    ['once-for-anybody', 'remember', 'remember', 'remember', 'always'],
  ),
  errorsRedirectUnasked: /* S-ERRREDIR */ onOff(
    'Redirect errors at once, even to clients that registered themselves and without a signed-in user',
    ['rfc9700-4.11.2'],
    [true, true, false, false, false],
  ),

  pushedRequests: /* S-PAR */ setting(
    'Whether clients push their authorization requests to /par, so that only a reference goes through the browser',
    ['rfc9126-1', 'rfc9126-4'],
    ['off', 'optional', 'required'],
    ['off', 'off', 'optional', 'optional', 'required'],
  ),
  pushedRequestOnce: onOff(
    'A reference to a pushed request is good for one use',
    ['rfc9126-4', 'rfc9126-7.3'],
    [false, true, true, true, true],
  ),

  randomReferences: onOff(
    'References to pushed requests are 256 random bits, not numbers in a row',
    ['rfc9126-7.1', 'rfc9126-2.2'],
    [false, true, true, true, true],
  ),

  // The code
  codeSingleUse: /* S-CODE1 */ onOff(
    'A code is accepted once',
    ['rfc6749-4.1.2', 'rfc6749-10.5'],
    [false, true, true, true, true],
  ),
  codeClaimedAtomically: /* S-ATOMIC */ onOff(
    'Of requests racing with one code, one wins',
    ['rfc6749-10.5'],
    [false, true, true, true, true],
  ),
  revokeOnCodeReplay: /* S-CODEREV */ onOff(
    'A code presented again, otherwise valid, revokes the tokens made from it',
    ['rfc6749-4.1.2', 'oauth21-7.5.2'],
    [false, false, true, true, true],
  ),
  codeBoundToClient: /* S-CODECLIENT */ onOff(
    'A code works only for the client it was made for',
    ['rfc6749-4.1.3'],
    [false, true, true, true, true],
  ),
  codeBoundToRedirectUri: /* S-CODEURI */ setting(
    'Whether the token request must repeat redirect_uri',
    ['rfc6749-4.1.3', 'oauth21-10.2'],
    ['required', 'if-sent', 'off'],
    ['off', 'required', 'required', 'if-sent', 'if-sent'],
  ),
  codeLifetimeSeconds: /* S-CODETTL */ range(
    'Seconds a code lives',
    ['rfc6749-4.1.2'],
    [10, 3600],
    [3600, 600, 60, 60, 60],
  ),
  confirmUserCode: /* S-DEVCONF */ onOff(
    'Have the user compare the code with her device, also when a link brought it along',
    ['rfc8628-3.3.1', 'rfc8628-5.4', 'rfc10027-6.1'],
    [false, true, true, true, true],
  ),
  deviceCodeLifetimeSeconds: range(
    'Seconds a device’s codes live',
    ['rfc8628-3.2', 'rfc8628-5.4'],
    [30, 3600],
    [1800, 1800, 600, 600, 300],
  ),
  refuseVerifierWithoutChallenge: /* S-DOWN */ onOff(
    'Refuse a code_verifier when the authorization request had no code_challenge',
    ['rfc9700-4.8.2', 'oauth21-3.2.4'],
    [false, false, true, true, true],
  ),

  // Clients
  clientAuthenticationRequired: /* S-CAUTH */ onOff(
    'A confidential client must authenticate',
    ['rfc6749-3.2.1'],
    [false, true, true, true, true],
  ),
  strictAssertions: /* S-JWTASSERT */ onOff(
    "Validate client assertions in full: algorithm, type, the client's own key, signature, used once",
    ['rfc7523-3', 'rfc8725-3.1'],
    [false, true, true, true, true],
  ),
  strictAssertionAudience: onOff(
    'A client assertion names the issuer as its only audience; otherwise the endpoint will do, too',
    ['rfc7523bis-4', 'rfc9126-2'],
    [false, false, false, true, true],
  ),
  openRegistration: /* S-DCR */ onOff(
    'Anybody may register any client metadata',
    ['rfc7591-5'],
    [true, true, false, false, false],
  ),
  fetchClientUris: /* S-DCR */ onOff(
    'Fetch the keys of a client that registers itself from where it says they are',
    ['rfc7591-5'],
    [true, true, false, false, false],
  ),
  clientChosenIds: /* S-SUBNS */ onOff(
    'Let clients that register themselves choose their client_id',
    ['rfc9700-4.15'],
    [true, true, false, false, false],
  ),
  limitGuesses: /* S-RATE */ onOff(
    'Slow down who keeps guessing secrets or passwords',
    ['rfc6749-2.3.1', 'rfc6749-10.10'],
    [false, true, true, true, true],
  ),

  // Tokens
  accessTokenFormat: setting(
    'What an access token is: a signed JWT, or a random string the server looks up',
    ['rfc9068-2.1', 'rfc7662-2.1'],
    ['jwt', 'opaque'],
    ['opaque', 'opaque', 'jwt', 'jwt', 'jwt'],
  ),
  signingAlgorithm: setting(
    'How JWTs are signed',
    ['rfc7518-3'],
    ['ES256', 'RS256'],
    ['ES256', 'ES256', 'ES256', 'ES256', 'ES256'],
  ),
  accessTokenLifetimeSeconds: range(
    'Seconds an access token lives',
    ['rfc6750-5.3', 'rfc9700-2.3'],
    [10, 86400],
    [86400, 3600, 600, 600, 300],
  ),
  audience: /* S-AUD */ onOff(
    'Restrict each access token to one resource',
    ['rfc9700-2.3', 'rfc9700-4.10.2'],
    [false, false, true, true, true],
  ),
  capScope: /* S-SCOPE */ onOff(
    'Never grant more scope than the client may have and the user agreed to',
    ['rfc6749-3.3'],
    [false, true, true, true, true],
  ),
  storeTokensHashed: /* S-HASH */ onOff(
    'Keep only hashes of codes and tokens',
    ['rfc6819-5.1.4.1.3'],
    [false, true, true, true, true],
  ),
  noStore: /* S-NOSTORE */ onOff(
    'Forbid caches to keep responses with tokens',
    ['rfc6749-5.1'],
    [false, true, true, true, true],
  ),
  introspectionAuthenticated: /* S-INTRO */ onOff(
    'Only registered callers may introspect',
    ['rfc7662-2.1', 'rfc7662-4'],
    [false, true, true, true, true],
  ),

  // Tokens made from other tokens and from assertions
  tokenExchange: /* S-TXPOL */ setting(
    'Which exchanges are allowed: any, or those of services on the list, with tokens meant for them',
    ['rfc8693-2.1', 'rfc8693-5', 'rfc9700-2.3'],
    ['any', 'allow-list'],
    ['any', 'any', 'allow-list', 'allow-list', 'allow-list'],
  ),
  assertionChecks: /* S-JWTASSERT */ setting(
    'How assertions about users are validated: strict is issuer, algorithm, signature, audience, time and single use',
    ['rfc7523-3', 'rfc8725-3.1'],
    ['lax', 'strict'],
    ['lax', 'strict', 'strict', 'strict', 'strict'],
  ),

  // The resource owner password grant
  passwordGrant: /* S-ROPC */ onOff(
    'Offer the resource owner password grant',
    ['rfc9700-2.4', 'rfc6749-4.3'],
    [true, true, false, false, false],
  ),

  senderConstrained: /* S-DPOP */ setting(
    'Whether tokens are bound to a key of the client: never, when it shows a DPoP proof, or always',
    ['rfc9700-2.2.1', 'rfc9449-5'],
    ['bearer', 'optional', 'dpop'],
    ['bearer', 'bearer', 'optional', 'optional', 'dpop'],
  ),
  ...DPOP_SWITCHES,

  // Refresh
  rotateRefreshTokens: /* S-RTROT */ onOff(
    'A refresh gives a new refresh token and retires the old one',
    ['rfc9700-4.14.2', 'rfc6749-6'],
    [false, false, true, true, true],
  ),
  revokeOnRefreshReuse: /* S-RTREUSE */ onOff(
    'A retired refresh token presented again revokes the whole family',
    ['rfc9700-4.14.2', 'oauth21-4.3.1'],
    [false, false, true, true, true],
  ),
  refreshBoundToClient: /* S-RTCLIENT */ onOff(
    'A refresh token works only for the client it was made for',
    ['rfc6749-6', 'rfc6749-10.4'],
    [false, true, true, true, true],
  ),
  revokeOnLogout: onOff(
    'Signing out at this server revokes the refresh tokens made while signed in',
    ['rfc9700-4.14.2'],
    [false, false, false, false, true],
  ),
  refreshIdleSeconds: range(
    'Seconds a refresh token may lie unused',
    ['rfc9700-4.14.2'],
    [60, 31536000],
    [31536000, 1209600, 86400, 86400, 86400],
  ),
  refreshAbsoluteSeconds: range(
    'Seconds after which the user must be asked again, however often the token was rotated',
    ['rfc9700-4.14.2'],
    [60, 31536000],
    [31536000, 31536000, 2592000, 2592000, 2592000],
  ),
} as const

export type AuthorizationServerPolicy = PolicyOf<typeof AUTHORIZATION_SERVER_SWITCHES>
