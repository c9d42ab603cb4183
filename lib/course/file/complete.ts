import type { Claim } from '../claim'
import type { PredictionKind } from '../lesson-plan'
import { readClaim } from './claim-text'
import { USUAL_MINUTES } from './limits'
import { isObject, objectsIn, type Raw, usualOptionId, usualPlanId, usualQuestionId, usualTaskId } from './raw'

/** A file's content with everything an author may leave out. What is of another shape is left for the schema to refuse. */
export function complete(value: unknown): unknown {
  if (!isObject(value)) return value
  const { stops = [], tasks = [] } = value
  return {
    id: usualPlanId(value.title),
    summary: '',
    options: {},
    minutes: USUAL_MINUTES,
    ...value,
    stops: mapped(stops, completeStop),
    tasks: mapped(tasks, (task, at) => ({ id: usualTaskId(at), hints: [], ...task })),
  }
}

function completeStop(stop: Raw, at: number): Raw {
  const { question } = stop
  if (!isObject(question)) return stop
  const options = mapped(question.options, (option, index) => ({ id: usualOptionId(index), why: '', ...option }))
  const [first] = objectsIn(options)
  return { ...stop, question: { id: usualQuestionId(at), kind: usualKind(first?.claim), ...question, options } }
}

function mapped(value: unknown, change: (one: Raw, at: number) => Raw): unknown {
  return Array.isArray(value) ? value.map((one, at) => (isObject(one) ? change(one, at) : one)) : value
}

/** What a question asks about, told by the claim of its first option. */
export function usualKind(claim: unknown): PredictionKind {
  const read = typeof claim === 'string' ? readClaim(claim) : { claim }
  let inner: unknown = 'claim' in read ? read.claim : null
  while (isObject(inner)) {
    if ('check' in inner) return 'failing-check'
    if ('holder' in inner) return 'who-holds'
    if ('place' in inner) return 'where-stored'
    if ('message' in inner) return isAboutContent(inner as Claim) ? 'in-message' : 'next-message'
    inner = inner.not ?? (Array.isArray(inner.all) ? inner.all[0] : Array.isArray(inner.any) ? inner.any[0] : null)
  }
  return 'next-message'
}

function isAboutContent(claim: Claim): boolean {
  if (!('message' in claim) || !isObject(claim.message)) return false
  return Object.keys(claim.message).every((name) => name === 'carries' || name === 'field' || name === 'kind')
}
