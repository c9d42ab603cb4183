import type { MoveCall, MoveInput } from '@/lib/lab/contract'
import type { MoveMeta } from './meta'
import * as moves from './moves'

const byPhotoEditor = { application: 'photo-editor' }

const call = ({ move, step }: Pick<MoveMeta, 'move' | 'step'>, input?: MoveInput): MoveCall => ({
  move,
  step,
  ...(input && { input }),
})

/** How the photo editor comes by its tokens: the authorization code flow, for a lab to make before the learner begins. */
export const connected: readonly MoveCall[] = [
  call(moves.openApp, { page: 'client-login' }),
  call(moves.authorizationRequest),
  call(moves.signIn, { form: 'login', values: { username: 'alice', password: 'wonderland' } }),
  call(moves.consentRequest),
  call(moves.consentDecision, { form: 'consent', values: {}, button: { name: 'decision', value: 'approve' } }),
  call(moves.callback),
  call(moves.tokenRequest, byPhotoEditor),
  call(moves.resourceRequest, byPhotoEditor),
  call(moves.photosPage, { page: 'client-photos' }),
]
