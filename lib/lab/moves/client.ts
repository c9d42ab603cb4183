import { CLIENT_MOVES as HALVES } from '@/lib/client/halves'
import type { ClientMove, Who } from '@/lib/client/moves/move'
import { openedBy } from '@/lib/client/sessions'
import { toHttpRequest, toRequest, toResponse } from '@/lib/wire/messages'
import { advanceClock } from '../advance'
import { clientEnvironment } from '../parties'
import { LabRefusal } from '../refusal'
import type { Move, MoveContext } from './move'

/** The client application's own moves: each is a pair of halves in `lib/client`. */
export const CLIENT_MOVES: Record<string, Move> = Object.fromEntries(
  Object.entries<ClientMove>(HALVES).map(([id, halves]): [string, Move] => [
    id,
    {
      from: halves.from ?? 'client',
      async prepare(context) {
        try {
          if (context.input.wait === true) await letPass(halves, context)
          return await toHttpRequest(await halves.prepare(environment(context), await who(context)))
        } catch (error) {
          throw new LabRefusal(409, error instanceof Error ? error.message : String(error))
        }
      },
      settle: async (context, request, response) =>
        halves.settle(environment(context), await who(context), toRequest(request), toResponse(response)),
    },
  ]),
)

/** The application waits as long as it would by itself: on the lab's clock, so nobody else has to. */
async function letPass({ patience }: ClientMove, context: MoveContext): Promise<void> {
  const milliseconds = patience ? await patience(environment(context), await who(context)) : 0
  if (milliseconds > 0) await advanceClock(context.lab, context.host, Math.ceil(milliseconds / 1000))
}

/** The application, and in an attack's lab, where two browsers use it, the session of the one that was there last. */
async function who(context: MoveContext): Promise<Who> {
  const { input, lab } = context
  const application = typeof input.application === 'string' ? input.application : 'photo-editor'
  const secret = lab.attacker.plan ? lastSessionCookie(lab) : null
  const session = secret && (await openedBy(secret, environment(context), application))
  return { application, ...(session && { session: session.key }) }
}

function lastSessionCookie({ exchanges }: MoveContext['lab']): string | null {
  const lines = exchanges
    .filter(({ to }) => to === 'client')
    .flatMap(({ request, response }) => [...request.headers, ...(response?.headers ?? [])])
    .filter(([name]) => name === 'cookie' || name === 'set-cookie')
  const found = lines.map(([, value]) => /(?:^|;\s*)client_session=([^;]+)/.exec(value)?.[1])
  return found.findLast((value) => value !== undefined) ?? null
}

/** While it prepares and settles, the client sends nothing: its one message is the move itself. */
function environment({ lab, host, recorder }: MoveContext) {
  return clientEnvironment(lab, host, {
    recorder,
    stepped: true,
    fetch: () => Promise.reject(new Error('A half of a move must not send anything of its own.')),
  })
}
