import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { type ExposureCell, inUrl, readableByScript, seenBy } from '@/lib/wire/exposure'
import { type Criterion, type Evidence, made, NOT_YET, type Proof, proofOf } from './evidence'

/** What was seen by whom: read off the messages and places of the run. */

const POWERFUL = (Object.keys(SECRET_KINDS) as SecretKind[]).filter((kind) => SECRET_KINDS[kind].power)

export const secretInUrl: Criterion = {
  id: 'secret-in-url',
  label: 'Secret in a URL',
  how: 'Every address and every redirect of the run is searched for values whose possession gives power.',
  judge(evidence) {
    const found = POWERFUL.flatMap((kind) => {
      const [first] = inUrl(evidence.exposure, kind)
      return first ? [{ kind, proof: proofOf(evidence.steps, first.seq, first.kind) }] : []
    })
    const [worst] = found
    if (!worst) return evidence.complete ? { mark: 'fine', words: 'No', proof: null } : NOT_YET
    const names = found.map(({ kind }) => SECRET_KINDS[kind].label)
    return { mark: 'risky', words: `Yes: ${new Intl.ListFormat('en').format(names)}`, proof: worst.proof }
  },
}

export const passwordSeenByApp: Criterion = {
  id: 'password-seen',
  label: 'Password seen by the application',
  how: 'The password is looked for in everything that was sent to the application.',
  judge(evidence) {
    const seen = seenBy(evidence.exposure, 'client', 'password')
    if (seen) return { mark: 'risky', words: 'Yes', proof: firstSight(evidence, seen) }
    if (!evidence.complete) return NOT_YET
    const typed = seenBy(evidence.exposure, 'authorization-server', 'password')
    return typed?.sightings.some(({ message }) => message !== null)
      ? { mark: 'fine', words: 'No: by the auth server alone', proof: firstSight(evidence, typed) }
      : { mark: 'absent', words: 'No password is used', proof: null }
  },
}

export const tokenReadableByScript: Criterion = {
  id: 'token-readable',
  label: 'Token readable by page script',
  how: 'Access tokens are looked for in addresses, in what scripts fetch, and in the storages scripts can read.',
  judge(evidence) {
    const seen = readableByScript(evidence.exposure, 'access_token')
    // Where an address brought it, that message shows it: the page that reads it has it in no message of its own.
    const [brought] = inUrl(evidence.exposure, 'access_token')
    const shown = brought ? proofOf(evidence.steps, brought.seq, brought.kind) : null
    if (seen) return { mark: 'risky', words: 'Yes', proof: shown ?? firstSight(evidence, seen) }
    if (!evidence.complete) return NOT_YET
    if (made(evidence, 'access_token').length === 0) return NO_TOKEN
    const words = evidence.exposure.browserApp ? 'No' : 'No: no page ever had it'
    return { mark: 'fine', words, proof: null }
  },
}

export const NO_TOKEN = { mark: 'absent', words: 'No token was issued', proof: null } as const

function firstSight({ steps }: Evidence, { sightings }: ExposureCell): Proof | null {
  const first = sightings.find(({ message }) => message !== null)
  return first ? proofOf(steps, first.seq, first.message ?? 'response') : null
}
