import { beginLogin } from './begin-login'
import { homeView } from './home-view'
import { judgeAnswer } from './judge-answer'
import { photosView, prepareResourceRequest } from './photos'
import {
  forgetTokens,
  prepareRefreshRequest,
  prepareRevocationRequest,
  prepareTokenRequest,
  settleTokenResponse,
} from './tokens'

/** Everything the page can do, as halves: the virtual browser runs the same functions one at a time. */
export const SCRIPT = {
  homeView,
  beginLogin,
  judgeAnswer,
  prepareTokenRequest,
  prepareRefreshRequest,
  settleTokenResponse,
  prepareResourceRequest,
  photosView,
  prepareRevocationRequest,
  forgetTokens,
}

export type Script = typeof SCRIPT
