/** The virtual browser: plain state, and functions that take a state and answer a request or the next state. */
export { type CookieRow, listCookies, scriptCookies } from './cookies'
export { followRedirect, type OpenOptions, openPage } from './navigation'
export {
  fetchRequest,
  judgePreflight,
  judgeReadable,
  judgeScript,
  pictureRequest,
  preflightRequest,
  type ScriptRequest,
  scriptRequest,
} from './page-fetch'
export { type KeyValue, metaContent, openWindow, type PageWindow, showInMain } from './page-script'
export { pageShown, readScreen } from './read-screen'
export { type Settled, settle } from './settle'
export { type BrowserContext, BrowserError, type BrowserState, newBrowser } from './state'
export { type FormValues, type PressedButton, submitForm } from './submit-form'
