import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack } from './attack'
import { editorConnected, readsPhotos } from './parts'
import { type AttackTools, EmptyHanded } from './tools'

/** Sends the application's own token request once more, byte for byte. */
const replay = async ({ leak }: AttackTools): Promise<HttpRequest> => {
  const copied = (await leak('insider')).at(-1)
  if (!copied) throw new EmptyHanded('The application has not sent a token request yet, so there is none to copy.')
  return JSON.parse(copied) as HttpRequest
}

/** RFC 6749, sections 4.1.2 and 10.5. */
export const codeReplay: Attack = {
  id: 'A-08',
  slug: 'code-replay',
  tier: 1,
  title: 'A code is redeemed a second time',
  summary: 'Mallory copies a token request that has been answered and sends it again, for tokens of her own.',
  attacker: 'An insider who reads what the application sends (its log, its memory), and can send requests herself.',
  defence: 'A code is accepted once: the second request gets invalid_grant, and what the first one got is revoked.',
  cites: ['rfc6749-4.1.2', 'rfc6749-10.5'],
  oracle: 'reads-data',
  switches: { codeSingleUse: false },
  needs: ['code-through-browser', 'user-data-read'],
  on: {
    'authorization-code': {
      cases: [
        {
          id: 'by-an-insider',
          title: 'The whole token request is copied, secret included',
          script: [
            ...editorConnected,
            {
              step: 'replayed-token-request',
              phase: 'strike',
              from: 'attacker',
              to: 'authorization-server',
              channel: 'back',
              line: 'POST /token',
              move: { with: 'tool', send: replay },
              expects: ['tokens'],
              gains: 'access_token',
              cites: ['rfc6749-4.1.3', 'rfc6749-10.5'],
              words: {
                title: 'Mallory sends the token request again',
                caption: 'Every byte is as the app sent it: code, verifier and secret. Only the time is another.',
              },
              reply: {
                title: 'The code works twice',
                caption:
                  'The server gives tokens once more. Nothing tells the two requests apart but that one came before.',
              },
            },
            readsPhotos('answer'),
          ],
        },
      ],
    },
  },
}
