import { consentForm, consentPage, loginForm, loginPage, move, rest } from '../kit/builders'
import * as moves from '../kit/moves'

/** Whose login and consent these are: Alice's in her browser, or Mallory's in her own. */
export type Owner = 'alice' | 'mallory'

interface Around {
  /** Number of the step that led here. */
  index: number
  /** Where the script goes on. */
  next: string
}

/**
 * From the page a step led to, to the redirect that brings its answer: sign in where the server asks, approve where
 * it asks. Both people use the real forms.
 */
export function decisionStates(owner: Owner, { index, next }: Around) {
  const at = (name: string) => `${name}${index}`
  const made = (meta: typeof moves.signIn) => (owner === 'alice' ? meta : asMallory(meta))
  const pages = { 'login-page': at('atLogin'), 'consent-page': at('atConsent'), 'redirect-to-client': next }
  const name = owner === 'alice' ? 'Alice' : 'Mallory'
  return {
    arrivals: { ...pages, 'redirect-to-server': at('signedIn') },
    states: {
      [at('atLogin')]: loginPage(`${name} sees the login page`, at('signingIn')),
      [at('signingIn')]: move(made(moves.signIn), {
        input: owner === 'alice' ? loginForm : { form: 'login', values: MALLORY },
        arrivals: { 'redirect-to-server': at('signedIn'), 'redirect-to-client': next, nothing: at('atLogin') },
        otherwise: 'stopped',
      }),
      [at('signedIn')]: rest(`${name} is signed in at the auth server`, { 'learner.next': at('requestingConsent') }),
      [at('requestingConsent')]: move(made(moves.consentRequest), {
        arrivals: { ...pages, nothing: at('signedIn') },
        otherwise: 'stopped',
      }),
      [at('atConsent')]: consentPage(`${name} is asked whether the app may`, at('decidingConsent')),
      [at('decidingConsent')]: move(made(moves.consentDecision), {
        input: owner === 'alice' ? consentForm : { form: 'consent', values: {}, button: APPROVE },
        arrivals: { 'redirect-to-client': next, 'redirect-to-server': at('signedIn'), nothing: at('atConsent') },
        otherwise: 'stopped',
      }),
    },
  }
}

/** Slugs of the pages a step may lead to, where somebody decides there. */
export function pagesOf(owner: Owner | undefined): Partial<Record<'login-page' | 'consent-page', string>> {
  if (owner === undefined) return {}
  const mark = owner === 'alice' ? '' : 'mallory-'
  return { 'login-page': `${mark}login-page`, 'consent-page': `${mark}consent-page` }
}

/** As `lib/lab/cast.ts` has it; not a secret of anybody else's. */
const MALLORY = { username: 'mallory', password: 'looking-glass' }
const APPROVE = { name: 'decision', value: 'approve' }

/** The same move, made by Mallory in her browser. */
function asMallory(meta: typeof moves.signIn): typeof moves.signIn {
  const { human, ...rest } = meta
  return {
    ...rest,
    step: `mallory-${meta.step}`,
    answer: `mallory-${meta.answer}`,
    answers: Object.fromEntries(Object.entries(meta.answers ?? {}).map(([what, slug]) => [what, `mallory-${slug}`])),
    move: `mallory-${meta.move}`,
    from: 'attacker',
    ...(human && { human: `Mallory ${human}` }),
  }
}
