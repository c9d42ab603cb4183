import { type MalloryMove, type ScriptStep, slugOf } from '@/lib/attacks/attack'
import { EmptyHanded } from '@/lib/attacks/tools'
import { type HttpRequest, type HttpResponse, header } from '@/lib/oauth/http'
import type { BrowserState } from '@/lib/user-agent/browser'
import { followRedirect, pageShown, settle as settleInBrowser, submitForm } from '@/lib/user-agent/browser'
import type { Arrival } from '@/lib/wire/exchange'
import { assertFairPlay } from '../attacker/fair-play'
import { toolsOf } from '../attacker/tools'
import { labTime } from '../clock'
import { LabRefusal } from '../refusal'
import { pageArrival } from './browser'
import type { Move, MoveContext } from './move'

/** What Mallory does: with a tool that sends any bytes, or in her own browser, which is a browser like Alice's. */
export const MALLORY_MOVES: Readonly<Record<string, Move>> = {
  /** A step of her attack's script that she makes up herself; `step` names it. */
  mallory: {
    from: 'attacker',
    async prepare(context) {
      return fair(context, await sendOf(context)(toolsOf(context.lab, context.host)))
    },
    async settle(context, request, response) {
      const { move, expects } = stepOf(context)
      if (move.with === 'browser') return inHerBrowser(context, request, response)
      return expects.includes('nonce-demanded') && wantsNonce(response) ? 'nonce-demanded' : told(response)
    },
  },
  'mallory-follow-redirect': herBrowser((state, now) => followRedirect(state, { now })),
  'mallory-submit-form': herBrowser((state, now, { input }) => {
    const { form, values, button } = input
    const pressed = typeof button === 'object' ? { name: String(button.name), value: String(button.value) } : null
    return submitForm(state, String(form), typeof values === 'object' ? values : {}, pressed, { now })
  }),
}

function herBrowser(build: (state: BrowserState, now: number, context: MoveContext) => Promise<HttpRequest>): Move {
  return {
    from: 'attacker',
    async prepare(context) {
      const { lab, host } = context
      try {
        return fair(context, await build(lab.attacker.browser, labTime(lab, host), context))
      } catch (error) {
        throw error instanceof LabRefusal
          ? error
          : new LabRefusal(409, error instanceof Error ? error.message : String(error))
      }
    },
    settle: inHerBrowser,
  }
}

function stepOf({ lab, input }: Pick<MoveContext, 'lab' | 'input'>): ScriptStep & { move: MalloryMove } {
  const step = lab.attacker.plan?.case.script.find((one) => slugOf(one) === input.step)
  if (!step || 'honest' in step || typeof step.move === 'string') {
    throw new LabRefusal(404, `The attack of this lab has no step ${String(input.step)} that Mallory makes herself.`)
  }
  return { ...step, move: step.move }
}

function sendOf(context: MoveContext) {
  const { send } = stepOf(context).move
  return async (tools: Parameters<typeof send>[0]): Promise<HttpRequest> => {
    try {
      return await send(tools)
    } catch (error) {
      if (error instanceof EmptyHanded || error instanceof LabRefusal) throw error
      throw new LabRefusal(409, error instanceof Error ? error.message : String(error))
    }
  }
}

function fair({ lab }: MoveContext, request: HttpRequest): HttpRequest {
  assertFairPlay(lab, request)
  return request
}

async function inHerBrowser(
  { lab, host, recorder }: MoveContext,
  request: HttpRequest,
  response: HttpResponse,
): Promise<Arrival> {
  const settled = await settleInBrowser(lab.attacker.browser, request, response, { now: labTime(lab, host) })
  lab.attacker = { ...lab.attacker, browser: settled.state }
  recorder.checks.push(...settled.checks)
  recorder.storage.push(...settled.storage.map((one) => ({ ...one, place: `attacker.${one.place}` })))
  if (settled.arrived === 'redirect') {
    const to = settled.state.pending?.location ?? ''
    return to.startsWith(lab.origins.issuer) ? 'redirect-to-server' : 'redirect-to-client'
  }
  return response.status >= 400 ? 'error-page' : pageArrival(pageShown(settled.state))
}

/** The receiver wants the same request again, with its nonce in the proof (RFC 9449, sections 8 and 9). */
function wantsNonce(response: HttpResponse): boolean {
  const said = `${header(response, 'www-authenticate') ?? ''} ${response.body ?? ''}`
  return response.status >= 400 && header(response, 'dpop-nonce') !== null && said.includes('use_dpop_nonce')
}

/** What a tool makes of an answer. */
function told(response: HttpResponse): Arrival {
  if (response.status >= 400) return 'refusal'
  if (header(response, 'location') !== null) return 'redirect-to-client'
  const body = response.body ?? ''
  if (/"(access_token|id_token)"\s*:/.test(body)) return 'tokens'
  if (/"photos"\s*:/.test(body)) return 'resource'
  return 'confirmation'
}
