import type { CitationId } from '@/lib/oauth/citations'
import type { CheckReport } from '@/lib/oauth/report'
import { scopeIncludes } from '@/lib/oauth/scope'
import { algorithmsFor, type VerificationKey, whySignatureFails } from './keys'
import type { ReadToken } from './read-token'

/** Who verifies, and what that party expects of a token. What is null, it does not look at. */
export interface Verifier {
  party: 'resource-server' | 'client'
  /** `at+jwt` for an API; an ID token's recipient takes anything but that. */
  takes: 'access-token' | 'id-token' | null
  issuer: string | null
  audience: string | null
  /** What the operation needs; null where scopes do not matter. */
  scope: string | null
  /** Milliseconds since the epoch, on whatever clock the verifier goes by. */
  now: number
}

type Jwt = Extract<ReadToken, { kind: 'jwt' }>

/**
 * Checks a JWT the way a party would, but every check is run: a real server stops at the first that fails. The token
 * itself is only read.
 */
export async function verifyToken(
  { token, jwt: { header, payload } }: Jwt,
  key: VerificationKey,
  verifier: Verifier,
): Promise<CheckReport[]> {
  const { takes, issuer, audience, scope, now } = verifier
  const by = verifier.party
  const report = (id: string, rule: string, cites: CitationId[], reads: string[], ok: boolean, saw: string) =>
    ({
      id,
      by,
      rule,
      cites,
      reads,
      saw,
      verdict: ok ? 'passed' : 'failed',
      error: null,
      hint: null,
    }) satisfies CheckReport
  const type = typeof header.typ === 'string' ? header.typ.toLowerCase().replace(/^application\//, '') : null
  const isAccessType = type === 'at+jwt'
  const allowed = algorithmsFor(key)
  const failure = await whySignatureFails(token, header, key)
  const audiences: unknown[] = [payload.aud].flat()
  const seconds = Math.floor(now / 1000)
  const granted = typeof payload.scope === 'string' ? payload.scope : ''
  const checks: (CheckReport | null | '')[] = [
    takes &&
      report(
        'bench.type',
        takes === 'access-token'
          ? 'The JWT says that it is an access token.'
          : 'The JWT does not say that it is an access token.',
        ['rfc8725-3.11', 'rfc9068-4'],
        ['typ'],
        isAccessType === (takes === 'access-token'),
        `typ ${show(header.typ)}, ${takes === 'access-token' ? 'wanted "at+jwt"' : 'refused "at+jwt"'}`,
      ),
    report(
      'bench.algorithm',
      'The algorithm is one the verifier chose for this key.',
      ['rfc8725-3.1'],
      ['alg'],
      allowed.includes(String(header.alg)),
      `alg ${show(header.alg)}, allowed ${allowed.join(', ')}`,
    ),
    report(
      'bench.signature',
      'The signature is genuine.',
      ['rfc9068-4', 'rfc8725-3.1'],
      ['alg', 'kid', 'signature'],
      failure === null,
      failure === null ? `${show(header.alg)} over header and payload verifies` : `does not verify: ${failure}`,
    ),
    issuer &&
      report(
        'bench.issuer',
        'It comes from the issuer the verifier trusts.',
        ['rfc8725-3.8', 'rfc9068-4'],
        ['iss'],
        payload.iss === issuer,
        `iss ${show(payload.iss)}, trusted ${show(issuer)}`,
      ),
    audience &&
      report(
        'bench.audience',
        'It was made for this verifier.',
        ['rfc8725-3.9', takes === 'access-token' ? 'rfc9700-4.10.2' : 'oidc-core-3.1.3.7'],
        ['aud'],
        audiences.includes(audience),
        `aud ${show(payload.aud)}, this is ${show(audience)}`,
      ),
    report(
      'bench.time',
      'It is valid at this moment.',
      ['rfc9068-4'],
      ['exp', 'nbf'],
      typeof payload.exp === 'number' && seconds < payload.exp && !(Number(payload.nbf) > seconds),
      `now ${seconds}, exp ${show(payload.exp)}${payload.nbf === undefined ? '' : `, nbf ${show(payload.nbf)}`}`,
    ),
    scope &&
      report(
        'bench.scope',
        'Its scope covers the operation.',
        ['rfc6750-3.1'],
        ['scope'],
        scopeIncludes(granted, scope),
        `scope ${show(granted)}, needed ${show(scope)}`,
      ),
  ]
  return checks.filter((check): check is CheckReport => Boolean(check))
}

const show = (value: unknown): string => JSON.stringify(value ?? null)
