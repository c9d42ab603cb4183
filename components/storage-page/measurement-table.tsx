import type { StoreMeasurements, StoreWork } from '@/lib/wire/measurement'
import { PROMISES } from './promises'

interface MeasurementTableProps {
  work: StoreWork
  title: string
  text: string
  results: readonly StoreMeasurements[]
}

/** One piece of work on all stores: operations per second as bars, and what one took. */
export function MeasurementTable({ work, title, text, results }: MeasurementTableProps) {
  const rows = results.flatMap(({ store, measurements }) => {
    const found = measurements.find((one) => one.work === work)
    return found ? [{ store, ...found }] : []
  })
  const fastest = Math.max(...rows.map(({ perSecond }) => perSecond))
  return (
    <table className="w-full border-collapse text-left">
      <caption className="pb-2 text-left">
        <span className="font-semibold text-lg">{title}</span> <span className="text-muted">{text}</span>
      </caption>
      <thead className="text-sm text-subtle">
        <tr className="border-line border-b">
          <th scope="col" className="py-1 pr-3 font-medium">
            Store
          </th>
          <th scope="col" className="w-1/2 py-1 pr-3 font-medium">
            Operations per second
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-medium">
            p50
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            p99
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ store, perSecond, p50, p99 }) => (
          <tr key={store}>
            <th scope="row" className="py-1.5 pr-3 font-medium">
              {PROMISES[store].name}
            </th>
            <td className="py-1.5 pr-3">
              <span className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className="h-3.5 min-w-0.5 rounded-xs bg-accent"
                  style={{ width: `${Math.max(1, (70 * perSecond) / fastest)}%` }}
                />
                <span className="tabular-nums">{Math.round(perSecond).toLocaleString('en')}</span>
              </span>
            </td>
            <td className="py-1.5 pr-3 text-right tabular-nums">{milliseconds(p50)}</td>
            <td className="py-1.5 text-right tabular-nums">{milliseconds(p99)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function milliseconds(value: number): string {
  return value < 0.1 ? `${Math.round(value * 1000)} µs` : `${value.toFixed(value < 10 ? 2 : 0)} ms`
}
