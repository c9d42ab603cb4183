import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Preset } from '@/lib/oauth/policy'
import { PRESET_NAMES } from '../settings'
import { countsOf } from './rows'
import type { MatrixResult, MatrixState } from './use-matrix'

interface RunBarProps {
  preset: Preset
  matrix: MatrixState
  result: MatrixResult | null
}

/** Runs the matrix of a preset, says how far it is, and when it was run. */
export function RunBar({ preset, matrix: { running, failure, run, stop }, result }: RunBarProps) {
  const mine = running?.preset === preset
  const done = result?.cells.length ?? 0
  const asked = result?.asked ?? 0
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2">
      {mine ? (
        <Button size="lg" onClick={stop}>
          Stop
        </Button>
      ) : (
        <Button size="lg" variant="primary" onClick={() => run(preset)}>
          {result ? 'Run the matrix again' : 'Run the matrix'}
        </Button>
      )}
      {mine && asked > 0 && (
        <progress aria-label="Cells executed" max={asked} value={done} className="h-2 w-40 accent-(--accent)" />
      )}
      <p role="status" className="min-w-0 text-muted">
        {mine ? working(running.waiting, asked) : (result && told(preset, result)) || 'Nothing has been run yet.'}
      </p>
      {mine && asked > 0 && (
        <span className="text-muted tabular-nums" aria-hidden="true">
          {done}/{asked}
        </span>
      )}
      {failure && (
        <p role="alert" className="flex items-center gap-2">
          <Icon name="warning" className="shrink-0" />
          {failure}
        </p>
      )}
    </div>
  )
}

function working(waiting: boolean, asked: number): string {
  if (waiting) return 'Somebody else’s matrix is being run; yours comes next …'
  return asked > 0 ? `Executing ${asked} cells …` : 'Setting up labs …'
}

function told(preset: Preset, { cells, asked, finished }: MatrixResult): string {
  if (!finished) return `Stopped after ${cells.length} of ${asked} cells.`
  const at = finished.at.toLocaleTimeString('en-GB')
  return `${cells.length} cells under ${PRESET_NAMES[preset]}: ${countsOf(cells)}. Run at ${at} in ${finished.seconds.toFixed(1)} s.`
}
