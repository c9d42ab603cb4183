import type { Attack, Script, Variant } from './attack'
import { editorCodeOnItsWay } from './connected'
import { malloryRedeems } from './parts'
import { postForm } from './requests'
import { readsPhotos } from './stolen-token'
import type { AttackTools } from './tools'

/** With all that is public about the application, and the code that the operating system handed over. */
async function redeem(
  { leak, need, origins, client }: AttackTools,
  clientId: string,
  more: Readonly<Record<string, string>> = {},
) {
  await leak('operating-system')
  const why = 'No code was on its way that the system could have handed to another app.'
  const code = need('authorization_code', why, 'leak')
  const { client_id, redirect_uri } = client(clientId)
  return postForm(`${origins.issuer}/token`, {
    grant_type: 'authorization_code',
    code,
    redirect_uri,
    client_id,
    ...more,
  })
}

/** The challenge of the request as it was seen: with plain it is the verifier. */
async function challengeSeen({ leak }: AttackTools): Promise<string | null> {
  const asked = (await leak('request-observed')).at(-1) ?? ''
  return URL.canParse(asked) ? new URL(asked).searchParams.get('code_challenge') : null
}

function script(clientId: string): Script {
  const words = {
    title: 'Mallory’s app got the redirect',
    caption:
      'It had registered for the same address, so the system handed it the redirect. It sends the code in, as the real app would.',
  }
  return [...editorCodeOnItsWay, malloryRedeems(words, (tools) => redeem(tools, clientId)), readsPhotos('answer')]
}

function scriptWithChallenge(clientId: string): Script {
  const words = {
    title: 'Mallory sends the challenge as verifier',
    caption: 'Her app also saw the request pass. Its challenge was made with plain: it is the verifier itself.',
  }
  const send = async (tools: AttackTools) =>
    redeem(tools, clientId, { code_verifier: (await challengeSeen(tools)) ?? '' })
  return [...editorCodeOnItsWay, malloryRedeems(words, send), readsPhotos('answer')]
}

const against = (clientId: string): Variant => ({
  cases: [
    { id: 'usual', title: 'The redirect goes to another app', script: script(clientId) },
    {
      id: 'plain-challenge',
      title: 'The same, and the request was seen: plain PKCE',
      policy: { usePkce: true, challengeMethod: 'plain' },
      script: scriptWithChallenge(clientId),
    },
  ],
})

/** RFC 7636, section 1. */
export const codeInterception: Attack = {
  id: 'A-07',
  slug: 'code-interception',
  tier: 1,
  title: 'Another app on the device takes the code',
  summary:
    'A malicious app on Alice’s device gets the redirect that was meant for the real app, and redeems the code in it.',
  attacker: 'The author of an app on Alice’s device that registered for the same redirect address, or listened first.',
  defence:
    'PKCE with S256: whoever redeems the code must show the verifier, which never left the real app, not even as challenge.',
  cites: ['rfc7636-1', 'rfc8252-8.1', 'rfc9700-2.1.1'],
  oracle: 'reads-data',
  switches: { pkcePlain: true, usePkce: false, pkce: 'off', clientAuthenticationRequired: false },
  needs: ['code-through-browser', 'user-data-read'],
  on: { 'authorization-code': against('photo-editor'), 'authorization-code-browser': against('photo-gallery') },
  // A public client: there nothing but PKCE stands between the code and whoever has it.
  shownOn: 'authorization-code-browser',
}
