import type { Attack, Script } from './attack'
import { editorCodeOnItsWay } from './connected'
import { malloryRedeems } from './parts'
import { postForm } from './requests'
import { readsPhotos } from './stolen-token'
import type { AttackTools } from './tools'

/** With all that is public about the application, and the code that the operating system handed over. */
async function redeem({ leak, need, origins, client }: AttackTools, clientId: string) {
  await leak('operating-system')
  const why = 'No code was on its way that the system could have handed to another app.'
  const code = need('authorization_code', why, 'leak')
  const { client_id, redirect_uri } = client(clientId)
  return postForm(`${origins.issuer}/token`, { grant_type: 'authorization_code', code, redirect_uri, client_id })
}

function script(clientId: string): Script {
  const words = {
    title: 'Mallory’s app got the redirect',
    caption:
      'It had registered for the same address, so the system handed it the redirect. It sends the code in, as the real app would.',
  }
  return [...editorCodeOnItsWay, malloryRedeems(words, (tools) => redeem(tools, clientId)), readsPhotos('answer')]
}

/** RFC 7636, section 1. */
export const codeInterception: Attack = {
  id: 'A-07',
  slug: 'code-interception',
  tier: 1,
  title: 'Another app on the device takes the code',
  summary:
    'A malicious app on Alice’s device gets the redirect that was meant for the real app, and redeems the code in it.',
  attacker: 'The author of an app on Alice’s device that registered for the same redirect address, or listened first.',
  defence: 'PKCE: whoever redeems the code must show the verifier, which never left the real app.',
  cites: ['rfc7636-1', 'rfc8252-8.1', 'rfc9700-2.1.1'],
  oracle: 'reads-data',
  switches: { usePkce: false, pkce: 'off', clientAuthenticationRequired: false },
  needs: ['code-through-browser', 'user-data-read'],
  on: {
    'authorization-code': {
      cases: [{ id: 'usual', title: 'The redirect goes to another app', script: script('photo-editor') }],
    },
    'authorization-code-browser': {
      cases: [{ id: 'usual', title: 'The redirect goes to another app', script: script('photo-gallery') }],
    },
  },
}
