import type { Measurement, StoreMeasurements, StoreWork } from '@/lib/wire/measurement'
import { PROMISES } from './promises'

interface MeasurementTableProps {
  work: StoreWork
  title: string
  text: string
  results: readonly StoreMeasurements[]
}

/** One piece of work on all stores: operations per second as bars, and what one took, from p50 to p99. */
export function MeasurementTable({ work, title, text, results }: MeasurementTableProps) {
  const rows = results.flatMap(({ store, measurements }) => {
    const found = measurements.find((one) => one.work === work)
    return found ? [{ store, ...found }] : []
  })
  const fastest = Math.max(...rows.map(({ perSecond }) => perSecond))
  const scale = scaleOf(rows)
  return (
    <table className="w-full border-collapse text-left">
      <caption className="pb-2 text-left">
        <span className="font-semibold text-lg">{title}</span> <span className="text-muted">{text}</span>
      </caption>
      <thead className="text-sm text-subtle">
        <tr className="border-line border-b">
          <th scope="col" className="w-24 py-1 pr-3 font-medium">
            Store
          </th>
          <th scope="col" className="w-1/3 py-1 pr-3 font-medium">
            Operations per second
          </th>
          {scale ? (
            <>
              <th scope="col" className="py-1 pr-3 text-right font-medium">
                p50
              </th>
              <th scope="col" className="py-1 pr-3 text-right font-medium">
                p99
              </th>
              <td className="hidden w-1/4 py-1 text-xs sm:table-cell" aria-hidden="true">
                <span className="flex justify-between">
                  <span>{milliseconds(scale.from)}</span>
                  <span>{milliseconds(scale.to)}</span>
                </span>
              </td>
            </>
          ) : (
            <th scope="col" className="py-1 text-right font-medium">
              The whole, once
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ store, times, perSecond, p50, p99 }) => (
          <tr key={store}>
            <th scope="row" className="py-1.5 pr-3 font-medium">
              {PROMISES[store].name}
            </th>
            <td className="py-1.5 pr-3">
              <span className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className="h-3.5 min-w-0.5 rounded-xs bg-accent"
                  style={{ width: `${Math.max(1, (60 * perSecond) / fastest)}%` }}
                />
                <span className="tabular-nums">{Math.round(perSecond).toLocaleString('en')}</span>
              </span>
            </td>
            {scale && p50 !== null && p99 !== null ? (
              <>
                <td className="py-1.5 pr-3 whitespace-nowrap text-right tabular-nums">{milliseconds(p50)}</td>
                <td className="py-1.5 pr-3 whitespace-nowrap text-right tabular-nums">{milliseconds(p99)}</td>
                <td className="hidden py-1.5 sm:table-cell" aria-hidden="true">
                  <Range from={scale.at(p50)} to={scale.at(p99)} />
                </td>
              </>
            ) : (
              <td className="py-1.5 whitespace-nowrap text-right tabular-nums">
                {times} in {milliseconds((times * 1000) / perSecond)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** From half of them to 99 of 100: a dot at p50, a stroke at p99. @param from, to percent of the width */
function Range({ from, to }: { from: number; to: number }) {
  return (
    <span className="relative block h-3.5 border-line border-x">
      <span
        className="absolute inset-y-1/2 h-0.5 -translate-y-1/2 bg-accent"
        style={{ left: `${from}%`, width: `${to - from}%` }}
      />
      <span className="absolute top-1/2 size-2 -translate-1/2 rounded-full bg-accent" style={{ left: `${from}%` }} />
      <span className="absolute inset-y-0.5 w-0.5 bg-accent" style={{ left: `${to}%` }} />
    </span>
  )
}

/** A logarithmic scale over whole powers of ten that holds every p50 and p99; null where there are none. */
function scaleOf(rows: readonly Measurement[]) {
  const all = rows.flatMap(({ p50, p99 }) => [p50, p99]).filter((one) => one !== null)
  if (all.length === 0) return null
  const log = (value: number) => Math.log10(Math.max(value, 0.0001))
  const low = Math.floor(log(Math.min(...all)))
  const high = Math.max(low + 1, Math.ceil(log(Math.max(...all))))
  return { from: 10 ** low, to: 10 ** high, at: (value: number) => (100 * (log(value) - low)) / (high - low) }
}

function milliseconds(value: number): string {
  return value < 0.1 ? `${Math.round(value * 1000)} µs` : `${Number(value.toFixed(value < 10 ? 2 : 0))} ms`
}
