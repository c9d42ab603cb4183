import type { ClientMove } from '../moves/move'
import { ASSERTION_GRANT_MOVES } from './assertion-grant-request'
import { assertionRequest, assertionRequestForPartner, assertionToPartner } from './assertion-request'
import { PRINT_PHOTOS_MOVES } from './photos-request'
import { EXCHANGE_MOVES } from './token-exchange-request'

/** Everything the print shop sends by itself, by the id of the move. */
export const PRINT_SHOP_MOVES = {
  'assertion-request': assertionRequest,
  'assertion-request-for-partner': assertionRequestForPartner,
  'assertion-to-partner': assertionToPartner,
  ...EXCHANGE_MOVES,
  ...ASSERTION_GRANT_MOVES,
  ...PRINT_PHOTOS_MOVES,
} as const satisfies Record<string, ClientMove>
