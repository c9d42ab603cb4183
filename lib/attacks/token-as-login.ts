import type { Attack, Script, Variant } from './attack'
import { quizConnected, quizConnectedImplicitly } from './mallorys-app'
import { malloryOpensPhotos, mallorySignsIn } from './phone-login'

function against(connected: Script): Variant {
  const signsIn = mallorySignsIn(
    ({ need }) => ({ access_token: need('access_token', 'No access token has reached Mallory.') }),
    {
      title: 'Mallory signs in with the quiz’s token',
      caption:
        'Alice gave the quiz a token for her photos. Mallory brings it to another app of Alice’s, as if it were a proof of who she is.',
    },
    { cites: ['rfc9700-4.6', 'rfc6749-10.16', 'rfc6819-4.4.2.6'] },
  )
  const script: Script = [...connected, signsIn, malloryOpensPhotos]
  return { cases: [{ id: 'usual', title: 'A token made for another app', script }] }
}

/** RFC 9700, section 4.6; RFC 6749, section 10.16. */
export const tokenAsLogin: Attack = {
  id: 'A-17',
  slug: 'token-as-login',
  tier: 1,
  title: 'An access token taken for a login',
  summary:
    'Mallory brings a token that Alice gave to Mallory’s app to another app, which takes whoever has such a token for Alice.',
  attacker: 'Somebody who has an app of her own, which Alice uses.',
  defence: 'An app signs in nobody but by an ID token that was made for this very app.',
  cites: ['rfc9700-4.6', 'rfc6749-10.16', 'rfc6819-4.4.2.6', 'oidc-core-16.11'],
  oracle: 'takes-session',
  switches: { accessTokenLogin: true, implicit: true },
  needs: ['browser-takes-part', 'token-or-login-brought'],
  on: { implicit: against(quizConnectedImplicitly), 'openid-connect': against(quizConnected) },
}
