import { followRedirect, readScreen } from '@/lib/user-agent/browser'
import type { Screen } from '@/lib/user-agent/screen'
import { labTime } from '../clock'
import { readDeviceScreens } from '../device-screens'
import { browserMove } from './browser'
import type { Move, MoveContext } from './move'

/** As the server writes them: the alphabet of RFC 8628, section 6.1. */
const CODE = /^[A-Z]{4}-?[A-Z]{4}$/

const follow = browserMove((state, { lab, host }) => followRedirect(state, { now: labTime(lab, host) }))

/** What Alice's browser does where somebody else's device is to be connected. */
export const DEVICE_MOVES: Readonly<Record<string, Move>> = {
  /**
   * Alice goes where she is sent. What she sees there she reads: a page with a code on it she compares with her own
   * devices, and closes when none of them shows that code. A page that shows no code gives her nothing to compare.
   */
  'follow-and-compare': {
    ...follow,
    async settle(context, request, response) {
      const arrival = await follow.settle(context, request, response)
      const asked = codeOn(readScreen(context.lab.browser))
      if (asked === null || (await shownCodes(context)).includes(asked)) return arrival
      const emptyHanded = `Alice compares: none of her devices shows ${asked}, so she closes the page.`
      context.lab.attacker = { ...context.lab.attacker, emptyHanded }
      return 'empty-handed'
    },
  },
}

/** The code a page shows or has in a field; null when there is none. */
function codeOn(screen: Screen | null): string | null {
  const fields = screen?.forms.flatMap((form) => form.fields.map(({ value }) => value)) ?? []
  return [...(screen?.text ?? []), ...fields].find((text) => CODE.test(text)) ?? null
}

async function shownCodes({ lab, host }: MoveContext): Promise<string[]> {
  const screens = await readDeviceScreens(lab, host)
  return screens.flatMap(({ screen }) => screen.text).filter((text) => CODE.test(text))
}
