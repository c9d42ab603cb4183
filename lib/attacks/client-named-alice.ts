import type { Attack, Script } from './attack'
import { CONNECTED } from './connected'
import { provesKey } from './own-key'
import { basic, postForm, toTokenEndpoint } from './requests'
import { readsPhotos } from './stolen-token'
import { type AttackTools, EmptyHanded } from './tools'

/** What Mallory's registration was answered. */
function registered({ heard }: AttackTools): { client_id: string; client_secret: string } {
  const answer = heard().findLast(({ request }) => request.url.endsWith('/register'))?.response?.body
  if (!answer) throw new EmptyHanded('Mallory has registered no client.')
  return JSON.parse(answer)
}

const script: Script = [
  ...CONNECTED['client-credentials'],
  {
    step: 'client-registered-as-alice',
    phase: 'trap',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'back',
    line: 'POST /register',
    move: {
      with: 'tool',
      send: ({ origins }) => ({
        method: 'POST',
        url: `${origins.issuer}/register`,
        headers: [
          ['accept', 'application/json'],
          ['content-type', 'application/json'],
        ],
        body: JSON.stringify({
          ...{ client_id: 'alice', client_name: 'Alice', scope: 'photos.read' },
          ...{ grant_types: ['client_credentials'], token_endpoint_auth_method: 'client_secret_basic' },
        }),
      }),
    },
    expects: ['confirmation'],
    cites: ['rfc7591-2', 'rfc9700-4.15'],
    words: {
      title: 'Mallory registers a client named alice',
      caption: 'Anybody may register a client here. Mallory would like hers to have the client_id “alice”.',
    },
    reply: {
      title: 'The client is registered',
      caption: 'Look at the client_id in the answer: the one she asked for, or one that the server made up.',
    },
  },
  ...provesKey({
    step: 'alice-the-client-asks',
    phase: 'strike',
    ...toTokenEndpoint,
    move: {
      with: 'tool',
      send: (tools) =>
        postForm(`${tools.origins.issuer}/token`, { grant_type: 'client_credentials', scope: 'photos.read' }, [
          basic(registered(tools)),
        ]),
    },
    expects: ['tokens'],
    cites: ['rfc6749-4.4', 'rfc9068-2.2'],
    words: {
      title: 'The client asks for its own token',
      caption:
        'A token that belongs to no user carries the client’s id as its subject. Mallory hopes that this id is a user’s name.',
    },
    reply: {
      title: 'A token about the client',
      caption:
        'The subject of the token is the id the server gave the client. Where that is “alice”, whoever reads only the subject takes the client for the user.',
    },
  }),
  ...provesKey(readsPhotos('answer')),
]

/** RFC 9700, section 4.15. */
export const clientNamedAlice: Attack = {
  id: 'A-39',
  slug: 'client-named-alice',
  tier: 1,
  title: 'A client poses as a user',
  summary: 'Mallory registers a client whose id is Alice’s user name, and its own token opens Alice’s photos.',
  attacker: 'Anybody, where clients may register themselves.',
  defence: 'Client ids are made by the server, and the API never takes a client’s token for a user’s.',
  cites: ['rfc9700-4.15', 'rfc9068-2.2'],
  oracle: 'reads-data',
  switches: { clientChosenIds: true, distinguishSubjects: false, openRegistration: true },
  needs: ['client-acts-for-itself'],
  on: { 'client-credentials': { cases: [{ id: 'usual', title: 'A client_id that looks like a user', script }] } },
}
