import type { Origins } from '@/lib/oauth/environment'
import type { HttpRequest } from '@/lib/oauth/http'
import { type BrowserState, followRedirect, openPage, pageShown, settle, submitForm } from '@/lib/user-agent/browser'
import type { Arrival } from '@/lib/wire/exchange'
import { OTHER_SERVER } from '../cast'
import { labTime } from '../clock'
import { readDeviceScreens } from '../device-screens'
import { LabRefusal } from '../refusal'
import type { Move, MoveContext } from './move'

/** Pages a browser may be sent to. A name, never a URL: no party fetches what a visitor typed. */
const PAGES: Record<string, string> = {
  'client-home': '/',
  'browser-app': '/spa/',
  'client-login': '/login',
  'client-login-elsewhere': `/login?server=${OTHER_SERVER}`,
  'client-photos': '/photos',
  'client-login-prints': '/login?for=prints',
  'client-prints': '/prints',
  'desktop-home': '/desktop/',
  'desktop-photos': '/desktop/photos',
}

/** Pages of the authorization server that people open by themselves. */
const SERVER_PAGES: Record<string, string> = { verification: '/device' }

const ARRIVALS: Record<string, Arrival> = {
  login: 'login-page',
  consent: 'consent-page',
  error: 'error-page',
  'user-code': 'code-page',
  'confirm-device': 'consent-page',
  'device-answered': 'confirmation',
  'device-denied': 'denied',
}

/** @param embedderOf origin of the page in one of whose frames this happens; left out, or undefined: in the window */
export function browserMove(
  prepare: (state: BrowserState, context: MoveContext) => Promise<HttpRequest>,
  embedderOf: (lab: MoveContext['lab']) => string | undefined = () => undefined,
): Move {
  return {
    from: 'browser',
    async prepare(context) {
      try {
        return await prepare(context.lab.browser, context)
      } catch (error) {
        throw new LabRefusal(409, error instanceof Error ? error.message : String(error))
      }
    },
    async settle({ lab, host, recorder }, request, response) {
      const embedder = embedderOf(lab)
      const settled = await settle(lab.browser, request, response, {
        now: labTime(lab, host),
        ...(embedder !== undefined && { embedder }),
      })
      lab.browser = settled.state
      recorder.checks.push(...settled.checks)
      recorder.storage.push(...settled.storage)
      if (settled.arrived === 'redirect') {
        const to = lab.browser.pending?.location ?? ''
        return to.startsWith(lab.origins.issuer) ? 'redirect-to-server' : 'redirect-to-client'
      }
      if (embedder !== undefined && settled.arrived === 'nothing') return 'refusal'
      if (request.url.startsWith(`${lab.origins.resource}/`)) return response.status < 400 ? 'resource' : 'refusal'
      return pageArrival(pageShown(lab.browser))
    },
  }
}

/** What a page is, by the name it gives itself. */
export function pageArrival(page: string | null): Arrival {
  return ARRIVALS[page ?? 'error'] ?? 'app-page'
}

export const BROWSER_MOVES: Record<string, Move> = {
  'open-page': browserMove((state, context) => {
    const url = pageUrl(String(context.input.page), context.lab.origins)
    // Told to go there already, the browser follows that redirect; nobody has to click anything.
    if (state.pending?.location === url) return followRedirect(state, clockOf(context))
    return openPage(state, url, clockOf(context))
  }),
  'follow-redirect': browserMove((state, context) => followRedirect(state, clockOf(context))),
  'type-user-code': browserMove(typeUserCode),
  'submit-form': browserMove((state, context) => {
    const { form, values, button } = context.input
    const fields = typeof values === 'object' ? values : {}
    return submitForm(
      state,
      String(form),
      fields,
      typeof button === 'object' ? pressed(button) : null,
      clockOf(context),
    )
  }),
}

/** Alice looks at her device and types what it shows, or what the learner has her type. */
async function typeUserCode(state: BrowserState, context: MoveContext): Promise<HttpRequest> {
  const { code } = context.input
  const user_code = typeof code === 'string' ? code : await codeOnScreen(context)
  return submitForm(state, 'user-code', { user_code }, null, clockOf(context))
}

async function codeOnScreen({ lab, host }: MoveContext): Promise<string> {
  const screens = await readDeviceScreens(lab, host)
  const code = screens.flatMap(({ screen }) => screen.text).find((text) => /^[A-Z]{4}-[A-Z]{4}$/.test(text))
  if (!code) throw new Error('No device shows a code that Alice could type.')
  return code
}

function pageUrl(page: string, origins: Origins): string {
  const ofClient = PAGES[page]
  if (ofClient) return origins.client + ofClient
  const ofServer = SERVER_PAGES[page]
  if (ofServer) return origins.issuer + ofServer
  throw new Error(`open-page takes one of the pages ${Object.keys({ ...PAGES, ...SERVER_PAGES }).join(', ')}.`)
}

function clockOf({ lab, host }: MoveContext): { now: number } {
  return { now: labTime(lab, host) }
}

function pressed(button: Record<string, string | string[]>): {
  name: string
  value: string
} {
  return { name: String(button.name), value: String(button.value) }
}
