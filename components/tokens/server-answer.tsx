import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import type { Presented } from '@/lib/lab/present'
import { CheckList } from './check-list'

interface ServerAnswerProps {
  /** What was asked: `GET /photos`. */
  title: string
  presented: Presented
  /** The token was forged: refusing it is a defence, letting it in a breach. */
  forged?: boolean
  /** The answer's body is what matters: it is shown at once. */
  telling?: boolean
}

/** What a real server answered when it was shown a token, and by which checks. */
export function ServerAnswer({ title, presented: { exchange }, forged = false, telling = false }: ServerAnswerProps) {
  const { response, checks } = exchange
  const failed = checks.findIndex(({ verdict }) => verdict === 'failed')
  const check = checks[failed]
  const letIn = response !== null && response.status < 400 && !check
  const off = checks.filter(({ verdict }) => verdict === 'off').length
  return (
    <section aria-label={`Answer to ${title}`} className="rounded-lg border border-control bg-surface p-3.5">
      <h4 className="flex flex-wrap items-center gap-2 font-semibold text-base">
        <Icon name={forged ? (letIn ? 'warning' : 'shield') : letIn ? 'check' : 'cross'} />
        <span className="font-mono text-sm">{title}</span>
        <span>
          {response?.status} {check?.error}
        </span>
      </h4>
      {check ? (
        <div className="mt-2">
          <p className="text-base">
            {forged ? 'The forgery was stopped' : 'Refused'} by check {failed + 1} of {checks.length}:{' '}
            <strong className="font-semibold">{check.rule}</strong>
          </p>
          <p className="mt-0.5 font-mono text-muted text-xs leading-5 [overflow-wrap:anywhere]">{check.saw}</p>
        </div>
      ) : (
        forged && (
          <p className="mt-2 text-base">
            The forgery was let in{off > 0 && `: ${off} checks are switched off by the API’s policy`}.
          </p>
        )
      )}
      {response?.body && (
        <Disclosure open={telling} className="mt-2" summary={<span className="min-h-6 py-0.5">What came back</span>}>
          <pre className="whitespace-pre-wrap rounded-md bg-canvas p-2.5 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
            {pretty(response.body)}
          </pre>
        </Disclosure>
      )}
      <Disclosure
        className="mt-2"
        summary={<span className="min-h-6 py-0.5">All {checks.length} checks, as executed</span>}
      >
        <CheckList label={`Checks of ${title}`} checks={checks} failed={forged ? 'defended' : 'refused'} />
      </Disclosure>
    </section>
  )
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
