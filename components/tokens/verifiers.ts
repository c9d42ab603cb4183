import type { Verifier } from '@/lib/token-bench/verify'
import type { BenchLab } from './bench-lab'

/** As whom a token is verified. */
export const VERIFIERS = {
  photos: { label: 'Photos API', text: 'takes access tokens made for it, for reading photos' },
  usage: { label: 'Photos API, usage', text: 'takes access tokens made for it, for reading how full the drive is' },
  editor: { label: 'Photo Editor', text: 'takes ID tokens made for it: who has signed in' },
  prints: { label: 'Print Shop', text: 'another API of the same server, takes access tokens made for itself' },
  nobody: { label: 'Nobody in particular', text: 'looks at algorithm, signature and time only' },
} as const

export type VerifierName = keyof typeof VERIFIERS

/** What each expects; without a lab there is nobody in particular. */
export function expectationsOf(name: VerifierName, lab: BenchLab | null, now: number): Verifier {
  const nothing = { party: 'resource-server', takes: null, issuer: null, audience: null, scope: null, now } as const
  if (!lab || name === 'nobody') return nothing
  const { issuer, resource, app } = lab
  const api = { ...nothing, takes: 'access-token', issuer, audience: resource } as const
  if (name === 'photos') return { ...api, scope: 'photos.read' }
  if (name === 'usage') return { ...api, scope: 'usage.read' }
  if (name === 'prints') return { ...api, audience: `${app}/print`, scope: 'photos.read' }
  return { ...nothing, party: 'client', takes: 'id-token', issuer, audience: 'photo-editor' }
}
