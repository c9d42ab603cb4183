import { describe, expect, test } from 'vitest'
import { mergeRecord, partSince, type RunRecord, recordedIn } from './record'

/** A run of so many answered messages; what is inside of each does not matter here. */
function record(messages: number, run = 'lab-1'): RunRecord {
  const seqs = Array.from({ length: messages }, (_, at) => at + 1)
  return {
    run,
    told: messages,
    lab: { id: run },
    castSecrets: [],
    exchanges: seqs.map((seq) => ({ seq })),
    // Three moments a message: prepared, answered, and the clock advanced after it.
    timeline: seqs.flatMap((seq) => [0, 1, 2].map((moment) => ({ seq, at: 3 * (seq - 1) + moment }))),
    machine: { after: messages },
    visited: seqs.map((seq) => `state-${seq}`),
  } as unknown as RunRecord
}

describe('a run told in parts', () => {
  test('is whole again, in whatever order the parts come, and however often', () => {
    const whole = record(4)
    const first = record(2)
    const rest = partSince(first, whole)
    expect(rest.exchanges).toHaveLength(2)
    for (const parts of [
      [first, rest],
      [rest, first],
      [first, rest, first, rest, rest],
    ]) {
      const merged = parts.reduce<RunRecord | null>(mergeRecord, null) as RunRecord
      expect(merged).toEqual(whole)
      expect(recordedIn(merged)).toBe(16)
    }
  })

  test('an older part does not bring back an older machine', () => {
    expect(mergeRecord(record(3), record(2)).machine).toEqual({ after: 3 })
  })

  test('another run begins anew', () => {
    expect(mergeRecord(record(4), record(1, 'lab-2'))).toEqual(record(1, 'lab-2'))
    expect(partSince(record(4), record(1, 'lab-2'))).toEqual(record(1, 'lab-2'))
  })

  test('nothing is sent twice', () => {
    expect(partSince(record(4), record(4))).toMatchObject({ exchanges: [], timeline: [] })
  })
})
