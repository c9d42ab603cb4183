import type { StepLesson } from '../lesson'

/** What a server-side app does with the tokens it got, by whichever grant. */
export const useOfTokens = {
  'resource-request': {
    title: 'The app calls the photos API',
    caption:
      'The app asks the API for Alice’s photos and shows its access token in the Authorization header. The token alone has to convince the API: no password and no client secret comes along.',
    why: 'The API knows neither Alice’s password nor the app. It trusts the auth server’s word, and the token is that word.',
    without: 'A token in the address instead of the header would end up in logs, histories and Referer headers.',
    cites: ['rfc6749-7', 'rfc6750-2.1', 'rfc6750-5.3'],
    notes:
      'The token goes where it is meant to go. The API has never seen Alice, her browser or her password: this header is all it has.',
  },
  'introspection-request': {
    title: 'The API asks what the token means',
    caption:
      'This token is a random string that says nothing by itself, so the API asks the auth server about it. The API authenticates, or anybody could fish for valid tokens here.',
    why: 'Only the auth server knows what an opaque token stands for. Asking costs a round trip and always gives the latest answer.',
    without: 'The API would have to share the auth server’s database, or take every string for a token.',
    cites: ['rfc7662-2.1', 'rfc7662-4'],
    notes:
      'An opaque token says nothing by itself, so the API asks. Count the messages, and compare with a signed token.',
  },
  'introspection-response': {
    title: 'The auth server says what it stands for',
    caption:
      'The auth server says whether the token is active, and if so for which user, which app, which scope, and until when. A token it does not know is just not active.',
    why: 'The answer is fresh: a token revoked a second ago is not active any more.',
    without: 'Reasons in the answer would help whoever is guessing tokens. “Not active” is all they get.',
    cites: ['rfc7662-2.2', 'rfc7662-4'],
    notes: 'One word matters first: active. Everything else is only worth reading when that one is true.',
  },
  'key-set-request': {
    title: 'The API fetches the auth server’s keys',
    caption:
      'This token is a signed JWT, which the API can check by itself. All it needs are the auth server’s public keys, and it keeps them for the next time.',
    why: 'Public keys can be handed to everybody: they verify signatures and cannot make any.',
    without: 'A shared secret instead of public keys would let every API forge tokens for all the others.',
    cites: ['rfc7517-5', 'rfc9068-4'],
    notes: 'The API fetches public keys, once, and can then check every token by itself. No secret moves here.',
  },
  'key-set-response': {
    title: 'The public keys arrive',
    caption:
      'With these keys the API verifies the signature, then reads issuer, audience, scope and expiry from the token itself. It does not have to ask again.',
    why: 'Checking locally is fast and needs nobody. The price: the API does not hear of a revocation before the token expires.',
    without: 'An API that skips the signature believes whatever anybody writes into a token.',
    cites: ['rfc7517-5', 'rfc9068-4', 'rfc8725-3.1'],
    notes: 'Anybody may read these. Ask what an attacker could do with them: check tokens, and make none.',
  },
  'resource-response': {
    title: 'The API hands over the photos',
    caption:
      'The token is valid, meant for this API, and covers reading photos, so the API answers. It never asked Alice anything: her decision stands behind the token.',
    why: 'The API enforces what Alice decided: whose photos, which scope, how long.',
    without: 'A token issued for one API would open all of them, and a token for reading would also write.',
    cites: ['rfc6749-7', 'rfc9700-2.3', 'rfc9700-4.10.2'],
    notes:
      'Open the checks: signature, audience, expiry, scope. Each of them is one line, and leaving out any one is a known attack.',
  },
  'photos-page': {
    title: 'The browser opens the photos page',
    caption:
      'The browser opens the app’s photos page with nothing but the app’s own session cookie. There is no code and no token in the address.',
    why: 'The tokens stay on the app’s server. Between app and browser an ordinary session is enough.',
    without: 'Tokens handed to the page would be within reach of every script that runs in it.',
    cites: ['rfc6749-4.1', 'rfc9700-4.2.4'],
    notes:
      'Back to the browser, which knows nothing of tokens. It has a session with the app, and the app has the rest.',
  },
  'photos-shown': {
    title: 'Alice sees her photos',
    caption:
      'The app shows the photos it fetched with its token. Alice never told it her password, and she can take the access back without changing it.',
    why: 'This is what the grant was for: an app that can do one thing for Alice, and nothing else.',
    without: 'An app that knows her password can do everything she can, until she changes it.',
    cites: ['rfc6749-1.2'],
    notes: 'The end that Alice sees. Let somebody sum up: who holds what now? Then open the exposure tab and compare.',
  },
  'refresh-request': {
    title: 'The app trades in its refresh token',
    caption:
      'Access tokens expire soon. The app shows its refresh token to the auth server and asks for a new access token, and Alice does not have to be there.',
    why: 'Short-lived access tokens limit what a thief gets. The refresh token spares Alice from signing in every few minutes.',
    without: 'Either access tokens live long, and so does a stolen one, or Alice is asked again and again.',
    cites: ['rfc6749-6', 'rfc6749-1.5', 'rfc9700-2.2.2'],
    notes: 'Alice may be asleep. What speaks for her now is a token that goes to the auth server only.',
  },
  'refresh-response': {
    title: 'Fresh tokens arrive',
    caption:
      'The app gets a new access token and, when the server rotates, a new refresh token in place of the old one. An old one that turns up again then betrays a thief.',
    why: 'Rotation makes theft visible: of two holders of one refresh token, one comes second, and then the whole family is revoked.',
    without: 'A stolen refresh token that never changes works quietly beside the app’s own, for months.',
    cites: ['rfc6749-6', 'rfc6749-5.1', 'rfc9700-4.14.2'],
    notes: 'Look whether a new refresh token came along. If it did, the old one is a trap for whoever copied it.',
  },
  'revocation-request': {
    title: 'The app gives its access back',
    caption:
      'The app tells the auth server that it no longer needs its token, as when Alice disconnects it. It says who it is the same way as at the token endpoint.',
    why: 'Access should end when it is no longer needed, and not when a clock runs out.',
    without: 'Tokens of an app Alice has long forgotten would still open her photos.',
    cites: ['rfc7009-2', 'rfc7009-2.1'],
    notes: 'Logging out of the app is not this. Here the app gives back what it was given.',
  },
  'revocation-response': {
    title: 'The auth server has revoked the token',
    caption:
      'The auth server answers 200, and would do so for a token it does not know. An API that asks it will hear of this at once; one that trusts a signed JWT only when that expires.',
    why: 'For the app there is nothing left to do in either case: the token it named is not good for anything here.',
    without: 'An error for unknown tokens would tell a stranger which tokens exist.',
    cites: ['rfc7009-2.2', 'rfc7009-2'],
    notes:
      'An empty answer, and the grant has ended. Ask what a signed token that is still in somebody’s hands can do until it expires.',
  },
} as const satisfies Record<string, StepLesson>
