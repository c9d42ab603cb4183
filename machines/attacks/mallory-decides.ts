import type { Attack } from '@/lib/attacks/attack'
import type { StepLesson } from '@/lib/lessons/lesson'

type Telling = Pick<StepLesson, 'title' | 'caption'>

/** Login and consent at the authorization server, done by Mallory in a browser of her own. */
const HERS: Readonly<Record<string, Telling>> = {
  'login-page': {
    title: 'The auth server asks who she is',
    caption: 'Mallory’s own browser shows the login page. She has an account like everybody else.',
  },
  'sign-in': {
    title: 'Mallory signs in as herself',
    caption: 'She types her own name and password, in her own browser. Nothing of this is forged.',
  },
  'signed-in': {
    title: 'Mallory’s session begins',
    caption: 'The auth server knows Mallory now, by a cookie in her browser, and sends her on.',
  },
  'consent-request': {
    title: 'Mallory’s browser follows',
    caption: 'Her browser goes on to the page that asks for her permission.',
  },
  'consent-page': {
    title: 'The auth server asks Mallory',
    caption: 'It shows her what the app asks for. It is about her own account, and nobody else’s.',
  },
  'consent-decision': {
    title: 'Mallory approves',
    caption: 'She allows the app what it asks for, for her own account.',
  },
  'authorization-response': {
    title: 'The answer comes to Mallory’s browser',
    caption: 'The redirect holds the answer for the app. It is in her hands now, and she need not deliver it as it is.',
  },
}

/** The words for a flow's steps, where Mallory makes them. */
export function asMallory(attack: Attack, honest: Readonly<Record<string, StepLesson>>): Record<string, StepLesson> {
  const hers = Object.entries(HERS).map(([step, told]) => {
    const words: StepLesson = { ...told, why: attack.summary, without: attack.defence, cites: attack.cites }
    return [`mallory-${step}`, words] as const
  })
  const others = Object.entries(honest).map(([step, words]) => [`mallory-${step}`, words] as const)
  return Object.fromEntries([...others, ...hers])
}
