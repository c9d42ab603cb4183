/** A value that is at hand already, or promised. */
export type Soon<Value> = Value | Promise<Value>

/** What a function made by `soon` goes through: it hands out each promise it has to wait for. */
export type Steps<Result> = Generator<Promise<unknown>, Result, unknown>

/**
 * A function that answers at once when nothing has to be waited for. It reads like an async one, with `yield* wait()`
 * for `await`; but an async function makes a promise for itself and for each `await`, and Next's `AsyncLocalStorage`s
 * look at every one of them: the thirty of a token request were a tenth of what it costs.
 */
export function soon<Given extends unknown[], Result>(
  steps: (...given: Given) => Steps<Result>,
): (...given: Given) => Soon<Result> {
  return (...given) => {
    const going = steps(...given)
    return resultOf(going, going.next())
  }
}

function resultOf<Result>(going: Steps<Result>, step: IteratorResult<Promise<unknown>, Result>): Soon<Result> {
  return step.done ? step.value : finished(going, step.value)
}

function finished<Result>(going: Steps<Result>, pending: Promise<unknown>): Promise<Result> {
  return pending.then(
    (value) => resultOf(going, going.next(value)),
    (error: unknown) => resultOf(going, going.throw(error)),
  )
}

/** Takes a value in, once it is there. */
export function* wait<Value>(value: Soon<Value>): Steps<Value> {
  return value instanceof Promise ? ((yield value) as Value) : value
}

/** As `Promise.all`, but at once when every value is at hand. */
export function allOf<Values extends readonly unknown[]>(
  values: readonly [...Values],
): Soon<{ -readonly [At in keyof Values]: Awaited<Values[At]> }> {
  type All = { -readonly [At in keyof Values]: Awaited<Values[At]> }
  return values.some((value) => value instanceof Promise) ? (Promise.all(values) as Promise<All>) : (values as All)
}
