import { useEffect, useRef, useState } from 'react'
import type { Cell } from '@/lib/attack-matrix/cell'
import type { IdleCheck } from '@/lib/attack-matrix/contract'
import type { Preset } from '@/lib/oauth/policy'
import { askMatrix } from '../attacks-api'

/** The cells of one preset as they are known by now. */
export interface MatrixResult {
  cells: readonly Cell[]
  /** How many there will be. */
  asked: number
  /** Null while it is being run, and when it was not run to its end. */
  finished: { at: Date; seconds: number; idle: readonly IdleCheck[] } | null
}

export interface MatrixState {
  results: Readonly<Partial<Record<Preset, MatrixResult>>>
  /** What is being run; `waiting` while others are at work. */
  running: { preset: Preset; waiting: boolean } | null
  failure: string | null
  run(preset: Preset): void
  stop(): void
}

const NOTHING: MatrixResult = { cells: [], asked: 0, finished: null }

/** Runs matrices and keeps what came of each preset as long as the page is open. */
export function useMatrix(): MatrixState {
  const [results, setResults] = useState<MatrixState['results']>({})
  const [running, setRunning] = useState<MatrixState['running']>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => () => leaving.current?.abort(), [])

  async function run(preset: Preset) {
    leaving.current?.abort()
    const mine = new AbortController()
    leaving.current = mine
    const change = (next: (now: MatrixResult) => MatrixResult) =>
      setResults((all) => ({ ...all, [preset]: next(all[preset] ?? NOTHING) }))
    setFailure(null)
    setRunning({ preset, waiting: false })
    try {
      for await (const line of askMatrix(preset, mine.signal)) {
        if (line.type === 'waiting') setRunning({ preset, waiting: true })
        if (line.type === 'begin') {
          setRunning({ preset, waiting: false })
          change(() => ({ ...NOTHING, asked: line.cells }))
        }
        if (line.type === 'cell') change((now) => ({ ...now, cells: [...now.cells, line.cell] }))
        if (line.type === 'end')
          change((now) => ({ ...now, finished: { at: new Date(), seconds: line.seconds, idle: line.idle } }))
        if (line.type === 'failed') setFailure(line.detail)
      }
    } catch (error) {
      if (!mine.signal.aborted) setFailure(error instanceof Error ? error.message : 'The matrix could not be run.')
    }
    if (leaving.current === mine) setRunning(null)
  }

  const stop = () => {
    leaving.current?.abort()
    leaving.current = null
    setRunning(null)
  }
  return { results, running, failure, run: (preset) => void run(preset), stop }
}
