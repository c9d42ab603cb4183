'use client'

import { useEffect, useState } from 'react'
import { sentenceOf } from '@/components/player/run/run'
import { type BenchLab, makeSample, openRuns, type Sample } from './bench-lab'

/** The token on the bench, and the lab it comes from. */
export function useBench() {
  const [runs, setRuns] = useState<BenchLab[]>([])
  const [lab, setLab] = useState<BenchLab | null>(null)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  useEffect(() => {
    let here = true
    openRuns().then((found) => here && setRuns(found))
    return () => {
      here = false
    }
  }, [])

  function pick(from: BenchLab) {
    setLab(from)
    setText(from.tokens[0]?.value ?? '')
  }

  async function sample(which: Sample) {
    setBusy(true)
    setFailure(null)
    try {
      pick(await makeSample(which))
    } catch (error) {
      setFailure(sentenceOf(error))
    }
    setBusy(false)
  }
  return { runs, lab, text, busy, failure, setText, pick, sample }
}

export type Bench = ReturnType<typeof useBench>
