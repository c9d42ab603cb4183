import { labApi } from '@/components/player/run/lab-api'
import { savedRuns } from '@/components/player/run/saved-run'
import type { SecretReport } from '@/lib/oauth/environment'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { findGrant } from '@/machines/catalogue'
import { connected } from '@/machines/kit/connected'

/** A token that was issued in a lab, to be picked. */
export interface BenchToken {
  value: string
  /** `Access token 1`. */
  label: string
  kind: SecretKind
}

/** A lab whose tokens lie on the bench, and whose servers can be asked. */
export interface BenchLab {
  id: string
  /** Where it comes from, in words: `Authorization code`. */
  title: string
  issuer: string
  resource: string
  /** Base of the client applications. */
  app: string
  tokens: BenchToken[]
}

const PICKED: readonly SecretKind[] = ['access_token', 'id_token', 'refresh_token']

/** Labs that are made on demand; their tokens come from a run that really happens. */
export const SAMPLES = {
  service: { title: 'A backup job’s token', flow: 'client-credentials' },
  user: { title: 'Alice’s tokens', flow: 'openid-connect' },
} as const

export type Sample = keyof typeof SAMPLES

const MOVES = {
  service: [{ move: 'client-credentials-request', step: 'token-request', input: { application: 'nightly-backup' } }],
  // Up to the token response: Alice signs in, agrees, and the app trades its code.
  user: connected.slice(0, 7),
}

/** Makes a lab in which somebody got tokens just now. */
export async function makeSample(sample: Sample): Promise<BenchLab> {
  const { flow, title } = SAMPLES[sample]
  const entry = findGrant(flow)
  if (!entry) throw new Error(`There is no flow ${flow}.`)
  const { id } = await labApi.create({ ...entry.lab(), moves: MOVES[sample] })
  return openLab(id, title)
}

/** Reads a lab with its tokens, newest first. */
export async function openLab(id: string, title: string): Promise<BenchLab> {
  const { lab, exchanges } = await labApi.run(id)
  const { issuer, resource, app } = lab
  return { id, title, issuer, resource, app, tokens: tokensOf(exchanges.flatMap(({ secrets }) => secrets)) }
}

/** The runs this tab remembers whose labs are still there. */
export async function openRuns(): Promise<BenchLab[]> {
  const runs = savedRuns().map(({ flow, lab }) => openLab(lab, findGrant(flow)?.title ?? flow))
  const opened = await Promise.allSettled(runs)
  return opened.flatMap((one) => (one.status === 'fulfilled' && one.value.tokens.length > 0 ? [one.value] : []))
}

function tokensOf(secrets: readonly SecretReport[]): BenchToken[] {
  return PICKED.flatMap((kind) => {
    const values = [...new Set(secrets.filter((one) => one.kind === kind).map(({ value }) => value))]
    const { label } = SECRET_KINDS[kind]
    const name = label.charAt(0).toUpperCase() + label.slice(1)
    return values.map((value, at) => ({ value, kind, label: values.length > 1 ? `${name} ${at + 1}` : name })).reverse()
  })
}
