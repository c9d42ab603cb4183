import type { Step } from '@/machines/kit/step'

/** The step in which a request is answered: the next response of the same exchange, or of the same planned pair. */
export function answerOf(request: Step, steps: readonly Step[]): Step | null {
  return partner(request, steps.slice(request.number))
}

/** The step whose request a response answers. */
export function requestOf(response: Step, steps: readonly Step[]): Step | null {
  return partner(response, steps.slice(0, response.number - 1).reverse())
}

/** Pairs nest (a server may ask another one before it answers), so the ends are matched by the parties and the exchange. */
function partner(step: Step, candidates: readonly Step[]): Step | null {
  const matches = (other: Step) => {
    if (other.kind === step.kind) return false
    if (step.exchange && other.exchange) return other.exchange.seq === step.exchange.seq
    return other.from === step.to && other.to === step.from
  }
  return candidates.find(matches) ?? null
}
