'use client'

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Comparison } from './run/comparison'
import { compareQuery, type FlowSpec } from './specs/spec'
import { type CompareView, compareViewOf } from './view'

/** The comparison of these flows, and the address that leads to where it stands. */
export function useComparison(
  specs: readonly FlowSpec[],
  phase: string | null,
): { comparison: Comparison; view: CompareView; notice: string | null } {
  const [comparison] = useState(() => new Comparison())
  const [notice, setNotice] = useState<string | null>(null)
  const state = useSyncExternalStore(comparison.subscribe, comparison.state, comparison.state)
  const view = useMemo(() => compareViewOf(state, comparison.rows()), [state, comparison])
  // The phase is where the page was opened; looking elsewhere rewrites the address, which must not open it again.
  const opening = useRef(phase)

  useEffect(() => {
    let current = true
    void comparison.show(specs).then(async () => {
      const wanted = opening.current
      if (!current) return
      opening.current = null
      if (wanted === null || (await comparison.runTo(wanted))) return
      setNotice(`The link names the phase “${wanted}”, which these flows do not have. Press Next phase.`)
    })
    return () => {
      current = false
    }
  }, [comparison, specs])
  useEffect(() => () => comparison.close(), [comparison])

  const at = view.rows[view.shown - 1]?.id ?? null
  useEffect(() => {
    if (opening.current !== null) return
    const query = compareQuery(specs, at)
    window.history.replaceState(window.history.state, '', `${window.location.pathname}${query}`)
  }, [specs, at])

  return { comparison, view, notice }
}
