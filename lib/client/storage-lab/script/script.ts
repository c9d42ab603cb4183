import { forgetToken, heldToken, keepToken } from './keep'
import { photosRequest, photosView, signInRequest } from './requests'

/** Everything the page can do. */
export const SCRIPT = { keepToken, heldToken, forgetToken, signInRequest, photosRequest, photosView }

export type Script = typeof SCRIPT
