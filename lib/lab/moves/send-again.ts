import { LabRefusal } from '../refusal'
import type { Move } from './move'

/**
 * Puts a delivered message on the wire once more, as an attacker or a nervous user would. Its first sender is
 * not waiting for the answer, so nothing takes it in: the learner just reads it.
 */
export const SEND_AGAIN: Move = {
  from: 'browser',
  async prepare({ lab, input }) {
    const recorded = lab.exchanges.find((exchange) => exchange.seq === Number(input.seq))
    if (!recorded) throw new LabRefusal(404, `Message ${String(input.seq)} is not on record in this lab.`)
    return recorded.request
  },
  settle: async (_context, _request, response) => (response.status >= 400 ? 'refusal' : 'confirmation'),
}
