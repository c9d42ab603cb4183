import type { CitationId } from '@/lib/oauth/citations'
import { type Cell, type Criterion, type Evidence, made } from './evidence'

/** What the specifications say of a flow, and whether the run keeps to it. Each cell cites its clause. */

interface Says {
  words: string
  cite: CitationId
}

/** By the flow's slug: RFC 9700 first, then the OAuth 2.1 draft. What RFC 9700 does not cover, its own clause judges. */
const STANDING: Readonly<Record<string, readonly [bcp: Says, draft: Says]>> = {
  'authorization-code': [
    { words: 'Recommended, with PKCE', cite: 'rfc9700-2.1.1' },
    { words: 'Part of it, PKCE required', cite: 'oauth21-4.1.1' },
  ],
  'authorization-code-browser': [
    { words: 'Recommended, PKCE a must', cite: 'rfc9700-2.1.1' },
    { words: 'Part of it, PKCE required', cite: 'oauth21-4.1.1' },
  ],
  'openid-connect': [
    { words: 'Recommended, nonce or PKCE', cite: 'rfc9700-2.1.1' },
    { words: 'Built on its code grant', cite: 'oauth21-4.1.1' },
  ],
  'par-dpop': [
    { words: 'Recommended: sender-constrained', cite: 'rfc9700-2.2.1' },
    { words: 'Extends its code grant', cite: 'oauth21-4.1.1' },
  ],
  refresh: [
    { words: 'Rotate, or bind to the sender', cite: 'rfc9700-4.14.2' },
    { words: 'Part of it', cite: 'oauth21-4.3.1' },
  ],
  implicit: [
    { words: 'SHOULD NOT be used', cite: 'rfc9700-2.1.2' },
    { words: 'Removed', cite: 'oauth21-10.1' },
  ],
  password: [
    { words: 'MUST NOT be used', cite: 'rfc9700-2.4' },
    { words: 'Removed', cite: 'oauth21-10' },
  ],
  'client-credentials': [
    { words: 'Fine, best with a key', cite: 'rfc9700-2.5' },
    { words: 'Part of it', cite: 'oauth21-4.2' },
  ],
  device: [
    { words: 'Not covered', cite: 'rfc10027-6.1' },
    { words: 'An extension beside it', cite: 'oauth21-4.4' },
  ],
  'token-exchange': [
    { words: 'Not covered', cite: 'rfc8693-5' },
    { words: 'An extension beside it', cite: 'oauth21-4.4' },
  ],
  'jwt-bearer': [
    { words: 'Not covered', cite: 'rfc7523-3' },
    { words: 'An extension beside it', cite: 'oauth21-4.4' },
  ],
}

export const inBestPractice: Criterion = {
  id: 'rfc9700',
  label: 'Status in RFC 9700',
  how: 'What the Best Current Practice for OAuth 2.0 Security says of the flow, with the clause.',
  judge: (evidence) => cellOf(evidence, STANDING[evidence.entry.slug]?.[0]),
}

export const inDraft: Criterion = {
  id: 'oauth21',
  label: 'Status in OAuth 2.1',
  how: 'Whether the draft of OAuth 2.1 has the flow, with the clause.',
  judge: (evidence) => cellOf(evidence, STANDING[evidence.entry.slug]?.[1]),
}

function cellOf(evidence: Evidence, says: Says | undefined): Cell {
  if (!says) return { mark: 'unknown', words: 'Nobody has looked it up yet', proof: null }
  const { words, cite } = says
  return leavesPkceOut(evidence)
    ? { mark: 'risky', words: `${words}: this run leaves it out`, proof: null, cites: [cite] }
    : { mark: 'fact', words, proof: null, cites: [cite] }
}

/** A code was made in this run, for a request without a challenge. */
const leavesPkceOut = (evidence: Evidence): boolean =>
  /^authorization-code/.test(evidence.entry.slug) &&
  made(evidence, 'authorization_code').length > 0 &&
  made(evidence, 'code_verifier').length === 0
