import 'server-only'
import { z } from 'zod'
import { readClock } from '@/lib/lab/describe'
import { lookAgain } from '@/lib/lab/look-again'
import { presentToken, SHOWN_TO } from '@/lib/lab/present'
import { stealDump } from '@/lib/lab/steal-dump'
import { inTurn } from '@/lib/lab/stepping'
import { sweepStores } from '@/lib/lab/stores'
import type { ClockAnswer } from '@/lib/lab/timeline'
import { labControl } from './control'
import { answer, parsed } from './lab-calls'
import { world } from './world'

/** Calls of the control API that look into a lab's stores and tokens from outside. */

/** `POST /api/labs/{lab}/sweep`: deletes the rows that have expired on the lab's clock. */
export const sweepCall = labControl(({ lab }) =>
  inTurn(lab, async () => {
    const { host } = world().labs
    const commands = await sweepStores(lab, host)
    const moment = await lookAgain(lab, host, 'sweep', commands)
    return answer({ ...readClock(lab, host), moment } satisfies ClockAnswer)
  }),
)

const DUMP = z.strictObject({ store: z.enum(['authorization-server', 'client']) })

/** `POST /api/labs/{lab}/dump` `{ store }`: what a thief of its rows could use, tried on a throwaway copy. */
export const dumpCall = labControl(({ lab, body }) =>
  inTurn(lab, async () => answer(await stealDump(lab, world().labs.host, parsed(DUMP, body).store))),
)

/** Characters of a header that a server takes, and more than any token has. */
const LONGEST_TOKEN = 8_000

const PRESENTATION = z.strictObject({
  // Whatever is pasted goes on the wire: only what no HTTP header can carry is refused here.
  token: z
    .string()
    .max(LONGEST_TOKEN)
    .regex(/^[\x21-\x7e]*$/, 'a token has no spaces and no letters beyond ASCII'),
  to: z.enum(SHOWN_TO),
  strict: z.boolean().nullable().default(null),
})

/** `POST /api/labs/{lab}/present` `{ token, to, strict? }`: presents a token to the lab's servers, on a copy. */
export const presentCall = labControl(({ lab, body }) =>
  inTurn(lab, async () => answer(await presentToken(lab, world().labs.host, parsed(PRESENTATION, body)))),
)
