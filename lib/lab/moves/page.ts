import { PAGE_ANSWER_CHECKS, PAGE_TOKEN_CHECKS } from '@/lib/client/photo-gallery/checks'
import { viewHtml } from '@/lib/client/photo-gallery/pages'
import { SCRIPT } from '@/lib/client/photo-gallery/script/script'
import type { AppConfig, Judgement, Outgoing, PageWindow, View } from '@/lib/client/photo-gallery/script/types'
import { type Check, checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import {
  fetchRequest,
  judgePreflight,
  judgeReadable,
  judgeScript,
  metaContent,
  openPage,
  openWindow,
  preflightRequest,
  scriptRequest,
  showInMain,
} from '@/lib/user-agent/browser'
import type { Arrival } from '@/lib/wire/exchange'
import { labTime } from '../clock'
import { clientEnvironment } from '../parties'
import { LabRefusal } from '../refusal'
import { BROWSER_MOVES } from './browser'
import type { Move, MoveContext } from './move'

/** Moves of the script in the open page: the functions the page was served, on the virtual browser's state. */
type Half<Value> = (page: PageWindow, config: AppConfig) => Value

/** Lets the script do one thing; what it stored is the browser's, and on record. */
async function run<Value>(context: MoveContext, half: Half<Value>): Promise<Awaited<Value>> {
  const { lab, recorder } = context
  const config = metaContent(lab.browser, 'app-config')
  if (config === null) throw new Error('The browser does not show the page of the application. Open it first.')
  const { window, close } = openWindow(lab.browser, (length) => lab.random.bytes(length))
  const value = await half(window, JSON.parse(config))
  const { state, storage } = close()
  lab.browser = state
  recorder.storage.push(...storage)
  return value
}

/** Reports what the script found, check by check. Whether it goes on was the script's own decision. */
async function reportFindings(
  { lab, host, recorder }: MoveContext,
  order: readonly Check<Judgement['findings'][number], ReturnType<typeof clientEnvironment>['policy']>[],
  { findings }: Judgement,
): Promise<void> {
  const fetch = () => Promise.reject(new Error('A check sends nothing.'))
  const checks = checklist('browser', order, clientEnvironment(lab, host, { recorder, stepped: true, fetch }))
  for (const check of order) {
    const finding = findings.find(({ id }) => id === check.id)
    try {
      if (finding) await checks.apply(check, finding)
    } catch (error) {
      if (error instanceof OAuthError) return
      throw error
    }
  }
}

function show({ lab }: MoveContext, view: View): void {
  lab.browser = showInMain(lab.browser, view.page, viewHtml(view).text)
}

async function prepared(build: () => Promise<HttpRequest>): Promise<HttpRequest> {
  try {
    return await build()
  } catch (error) {
    throw new LabRefusal(409, error instanceof Error ? error.message : String(error))
  }
}

/** A `fetch` of the script, and what the script makes of an answer it may read. */
function scriptFetch(
  half: Half<Outgoing>,
  take: (context: MoveContext, response: HttpResponse) => Promise<Arrival>,
): Move {
  return {
    from: 'browser',
    prepare: (context) => prepared(async () => fetchRequest(context.lab.browser, await run(context, half))),
    async settle(context, request, response) {
      const readable = judgeReadable(context.lab.browser, request, response)
      context.recorder.checks.push(readable)
      return readable.verdict === 'failed' ? 'refusal' : take(context, response)
    },
  }
}

async function takeTokens(context: MoveContext, { status, body }: HttpResponse): Promise<Arrival> {
  const judged = await run(context, (page, config) => SCRIPT.settleTokenResponse(page, config, status, body ?? ''))
  await reportFindings(context, PAGE_TOKEN_CHECKS, judged)
  if (judged.problem) show(context, judged.problem)
  return judged.problem ? 'refusal' : 'tokens'
}

const followRedirect = BROWSER_MOVES['follow-redirect']
if (!followRedirect) throw new Error('The browser follows no redirects.')
const { prepare: toNextPage, settle: arrive } = followRedirect

export const PAGE_MOVES: Record<string, Move> = {
  /** The browser loads the script of the page it shows. */
  'page-script': {
    from: 'browser',
    prepare: ({ lab, host }) => prepared(async () => scriptRequest(lab.browser, { now: labTime(lab, host) })),
    async settle({ recorder }, _request, response) {
      const check = judgeScript(response)
      recorder.checks.push(check)
      return check.verdict === 'failed' ? 'refusal' : 'script'
    },
  },

  /** Alice presses the button of the page; the script sends the browser to the authorization server. */
  'page-login': {
    from: 'browser',
    prepare: (context) =>
      prepared(async () => {
        const { url, made } = await run(context, SCRIPT.beginLogin)
        for (const { kind, value } of made) context.recorder.secrets.push({ kind, value, madeBy: 'browser' })
        return openPage(context.lab.browser, url, { now: labTime(context.lab, context.host) })
      }),
    settle: arrive,
  },

  /** The browser comes back to the page, whose script reads the answer out of the address. */
  'page-callback': {
    from: 'browser',
    prepare: toNextPage,
    async settle(context, request, response) {
      const arrival = await arrive(context, request, response)
      if (arrival !== 'app-page') return arrival
      const judged = await run(context, SCRIPT.judgeAnswer)
      await reportFindings(context, PAGE_ANSWER_CHECKS, judged)
      if (judged.problem) show(context, judged.problem)
      return judged.problem ? 'error-page' : 'app-page'
    },
  },

  'page-token-request': scriptFetch(SCRIPT.prepareTokenRequest, takeTokens),
  'page-refresh-request': scriptFetch(SCRIPT.prepareRefreshRequest, takeTokens),

  /** Before the script may call the API with a header of its own choice, the browser asks the API. */
  'page-preflight': {
    from: 'browser',
    prepare: (context) =>
      prepared(async () => preflightRequest(context.lab.browser, await run(context, SCRIPT.prepareResourceRequest))),
    async settle({ lab, recorder }, request, response) {
      const check = judgePreflight(lab.browser, request, response)
      recorder.checks.push(check)
      return check.verdict === 'failed' ? 'refusal' : 'confirmation'
    },
  },

  'page-resource-request': scriptFetch(SCRIPT.prepareResourceRequest, async (context, { status, body }) => {
    const view = SCRIPT.photosView(status, body ?? '')
    show(context, view)
    return view.page === 'photos' ? 'resource' : 'refusal'
  }),

  'page-revocation-request': scriptFetch(SCRIPT.prepareRevocationRequest, async (context, { status }) => {
    show(context, await run(context, SCRIPT.forgetTokens))
    return status === 200 ? 'confirmation' : 'refusal'
  }),
}
