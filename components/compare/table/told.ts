import { parseForm } from '@/lib/oauth/form'
import { header } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import { isServedCall } from '@/machines/kit/trials'
import { type Cell, type Criterion, type Evidence, made, NOT_YET, proofOf } from './evidence'

/** Plain facts of the run: counted, or read from one message. */

export const clientAuthenticated: Criterion = {
  id: 'client-authenticated',
  label: 'Client authenticated',
  how: 'Read from the requests to the token endpoint: how the application proved who it is.',
  judge({ exchanges, steps, complete }) {
    const requests = exchanges.filter(isTokenRequest)
    const [first] = requests
    if (!first) return complete ? { mark: 'absent', words: 'No token request is made', proof: null } : NOT_YET
    const methods = [...new Set(requests.map(methodOf))]
    const proved = methods.filter((method) => method !== 'none')
    const words = proved.length > 0 ? `Yes: ${proved.join(', ')}` : 'No: it only gives its name'
    return { mark: 'fact', words, proof: proofOf(steps, first.seq, 'request') }
  },
}

export const refreshPossible: Criterion = {
  id: 'refresh-possible',
  label: 'Refresh without the user',
  how: 'Whether a refresh token was issued, and whether it fetched new tokens.',
  judge(evidence) {
    const { exchanges, steps, complete } = evidence
    const renewed = exchanges.find(
      (one) => isTokenRequest(one) && formOf(one).get('grant_type') === 'refresh_token' && one.arrival === 'tokens',
    )
    if (renewed) return { mark: 'fact', words: 'Yes: done', proof: proofOf(steps, renewed.seq, 'response') }
    if (!complete) return NOT_YET
    if (made(evidence, 'refresh_token').length === 0) {
      return { mark: 'fact', words: 'No: no refresh token', proof: null }
    }
    return { mark: 'fact', words: 'A refresh token was issued', proof: whereIssued(evidence) }
  },
}

export const userPresent: Criterion = {
  id: 'user-present',
  label: 'User present',
  how: 'What the human had to do during the run.',
  judge({ steps, complete }) {
    const acts = [...new Set(steps.flatMap(({ human }) => (human ? [human] : [])))]
    const first = steps.find(({ human }) => human !== null)
    if (!complete) return NOT_YET
    if (!first) return { mark: 'fact', words: 'No', proof: null }
    return {
      mark: 'fact',
      words: `Yes: ${new Intl.ListFormat('en').format(acts)}`,
      proof: { step: first.number, elsewhere: false },
    }
  },
}

export const roundTrips: Criterion = {
  id: 'round-trips',
  label: 'Round trips to the first answer of an API',
  how: 'Requests with their answers, up to the first that an API served: through the browser (front) and past it (back).',
  judge({ exchanges, steps, complete }) {
    const served = exchanges.find(isServedCall)
    if (!served) return complete ? { mark: 'absent', words: 'No API served it', proof: null } : NOT_YET
    const before = exchanges.filter(({ seq, from }) => seq <= served.seq && from !== 'attacker')
    const front = before.filter(({ channel }) => channel === 'front').length
    const words = `${front} front, ${before.length - front} back`
    return { mark: 'fact', words, proof: proofOf(steps, served.seq, 'response') }
  },
}

/** Asked for by a grant's own parties; what attackers and outsiders send says nothing of the application. */
function isTokenRequest({ from, to, request, step }: Exchange): boolean {
  const own = step !== null && from !== 'attacker' && to === 'authorization-server'
  return own && request.method === 'POST' && new URL(request.url).pathname.endsWith('/token')
}

function methodOf(exchange: Exchange): string {
  if (/^basic /i.test(header(exchange.request, 'authorization') ?? '')) return 'client_secret_basic'
  const form = formOf(exchange)
  if (form.has('client_assertion')) return 'private_key_jwt'
  return form.has('client_secret') ? 'client_secret_post' : 'none'
}

const formOf = ({ request }: Exchange): Map<string, string> => new Map(parseForm(request.body ?? ''))

function whereIssued(evidence: Evidence): Cell['proof'] {
  const issuing = evidence.exchanges.find(({ secrets }) => secrets.some(({ kind }) => kind === 'refresh_token'))
  return proofOf(evidence.steps, issuing?.seq, 'response')
}
