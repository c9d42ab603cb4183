import { openPage } from '@/lib/user-agent/browser'
import { linkTarget } from '@/lib/user-agent/links'
import { labTime } from '../clock'
import { browserMove } from './browser'
import { collected } from './collected'
import { PICTURE_MOVES } from './lured-pictures'
import { SCRIPT_MOVES } from './lured-scripts'
import type { Move } from './move'

/** What Alice's browser does on pages that are Mallory's, or that Mallory's script got into. */
export const LURED_MOVES: Readonly<Record<string, Move>> = {
  /** Alice opens a page of Mallory's site, as from a link in a mail: `path` below its base. */
  'visit-attacker': browserMove((state, { lab, host, input }) => {
    const path = String(input.path ?? '/')
    if (!/^\/[\w./-]*$/.test(path)) throw new Error('path is a plain path on the attacker’s site, such as /prize.')
    return openPage(state, lab.origins.attacker + path, { now: labTime(lab, host), typed: true })
  }),
  /** Alice presses the link with this id on the page she sees, or the page's script does. */
  'follow-link': browserMove((state, { lab, host, input }) =>
    openPage(state, linkTarget(state, String(input.link)), { now: labTime(lab, host) }),
  ),
  ...PICTURE_MOVES,
  ...SCRIPT_MOVES,
  /** The script of Mallory's page tells its server the address it stands at, fragment included. */
  'page-beacon': collected((context) => context.lab.browser.page?.url ?? ''),
}
