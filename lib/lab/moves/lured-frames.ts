import { followRedirect, openPage, submitForm } from '@/lib/user-agent/browser'
import { frameTarget } from '@/lib/user-agent/links'
import { labTime } from '../clock'
import { browserMove } from './browser'
import type { Move, MoveContext } from './move'

/**
 * What happens in a frame of Mallory's page, in Alice's browser. From then on the browser's window stands for the
 * frame: what Alice sees lies over it, and what she clicks lies under it.
 */
export const FRAME_MOVES: Readonly<Record<string, Move>> = {
  /** The browser loads what the page's frame shows. */
  'frame-opens': framed((context) => {
    const { browser } = context.lab
    return openPage(browser, frameTarget(browser), around(context))
  }),
  /** Alice clicks on the page she sees; what lies there in the frame is the button `button` of the form `form`. */
  'frame-click': framed((context) => {
    const { form, button } = context.input
    const [name, value] = typeof button === 'string' ? button.split('=') : []
    return submitForm(context.lab.browser, String(form), {}, { name: name ?? '', value: value ?? '' }, around(context))
  }),
  'frame-follows': framed((context) => followRedirect(context.lab.browser, around(context))),
}

function framed(prepare: (context: MoveContext) => ReturnType<typeof openPage>): Move {
  const byMallory = ({ origins, checksOff }: MoveContext['lab']) =>
    checksOff.has('frame-allowed') ? undefined : new URL(origins.attacker).origin
  return browserMove((_state, context) => prepare(context), byMallory)
}

/** The frame is part of a page of Mallory's site. */
function around({ lab, host }: MoveContext) {
  return { now: labTime(lab, host), framedBy: `${lab.origins.attacker}/` }
}
