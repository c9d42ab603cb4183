import { EmptyHanded } from '@/lib/attacks/tools'
import { pictureRequest } from '@/lib/user-agent/browser'
import { LabRefusal } from '../refusal'
import type { Move } from './move'

const SENT_ON = 'The app sent the browser on before any page could load a picture from the address with the answer.'

/** What a browser does by itself with the pictures of a page: nobody has to click anything. */
export const PICTURE_MOVES: Readonly<Record<string, Move>> = {
  /**
   * Alice's browser loads the first picture of the page it has come to, and says by Referer where that page stands. Sent
   * on by a redirect it has come to no page yet, and there is no picture.
   */
  'load-picture': {
    from: 'browser',
    async prepare({ lab }) {
      if (lab.browser.pending) throw new EmptyHanded(SENT_ON)
      try {
        return pictureRequest(lab.browser)
      } catch (error) {
        throw new LabRefusal(409, error instanceof Error ? error.message : String(error))
      }
    },
    settle: async (_context, _request, response) => (response.status >= 400 ? 'refusal' : 'confirmation'),
  },
}
