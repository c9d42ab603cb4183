import type { Attack, Script } from './attack'
import { editorCodeOnItsWay } from './connected'
import { provesKey } from './own-key'
import { malloryRedeems } from './parts'
import { basic, postForm } from './requests'
import { readsPhotos } from './stolen-token'
import type { AttackTools } from './tools'

/** Mallory's own app redeems, with its own good credentials, a code that was made for `clientId`. */
async function asHerOwnApp({ leak, need, origins, client, app }: AttackTools, clientId: string) {
  await leak('response-observed')
  const code = need('authorization_code', 'No code was on its way that could be read.', 'leak')
  const { redirect_uri } = client(clientId)
  return postForm(`${origins.issuer}/token`, { grant_type: 'authorization_code', code, redirect_uri }, [basic(app)])
}

function script(before: Script, clientId: string): Script {
  const words = {
    title: 'Mallory’s own app redeems the code',
    caption: 'Mallory’s app is registered and proves who it is. Only the code was made for another app.',
  }
  return [
    ...before,
    ...provesKey(malloryRedeems(words, (tools) => asHerOwnApp(tools, clientId))),
    ...provesKey(readsPhotos('answer')),
  ]
}

/** RFC 6749, section 4.1.3. */
export const codeOfAnotherClient: Attack = {
  id: 'A-10',
  slug: 'code-of-another-client',
  tier: 1,
  title: 'Another app redeems the code',
  summary: 'Mallory reads a code that was made for an honest app, and has her own registered app redeem it.',
  attacker: 'Somebody who sees authorization responses on their way, and has an app registered at the same server.',
  defence: 'The server remembers for which client it made the code, and gives tokens to no other.',
  cites: ['rfc6749-4.1.3', 'rfc6749-10.5'],
  oracle: 'reads-data',
  switches: { codeBoundToClient: false, usePkce: false, pkce: 'off' },
  needs: ['code-through-browser', 'user-data-read'],
  on: {
    'authorization-code': {
      cases: [
        { id: 'usual', title: 'The code is read on its way', script: script(editorCodeOnItsWay, 'photo-editor') },
      ],
    },
    'authorization-code-browser': {
      cases: [
        { id: 'usual', title: 'The code is read on its way', script: script(editorCodeOnItsWay, 'photo-gallery') },
      ],
    },
  },
}
