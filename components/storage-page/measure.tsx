'use client'

import { Button } from '@/components/ui/button'
import { STORE_WORK, type StoreOffer, type StoreWork } from '@/lib/wire/measurement'
import { MeasurementTable } from './measurement-table'
import { PROMISES } from './promises'
import { useMeasurements } from './use-measurements'

const WORK: Readonly<Record<StoreWork, { title: string; text: string }>> = {
  issue: { title: 'Issue', text: 'POST /token: authenticate the client, insert the token' },
  'look-up': { title: 'Look up', text: 'one token by its hash, through the store port' },
  introspect: { title: 'Introspect', text: 'POST /introspect: authenticate, look up, judge' },
  revoke: { title: 'Revoke', text: 'POST /revoke: authenticate, look up, mark' },
  expire: { title: 'Expire', text: 'all at once, by moving the lab’s clock: until Redis was told, others swept' },
}

/** The same work on every store, done now on this machine. */
export function Measure({ offers }: { offers: readonly StoreOffer[] }) {
  const usable = offers.filter(({ configured }) => configured).map(({ store }) => store)
  const { measured, running, measure } = useMeasurements(usable)
  const results = usable.flatMap((store) => {
    const result = measured[store]
    return result && 'measurements' in result ? [result] : []
  })
  const failures = usable.flatMap((store) => {
    const result = measured[store]
    return result && 'failure' in result ? [{ store, failure: result.failure }] : []
  })
  return (
    <section aria-labelledby="measured" className="mt-12">
      <h2 id="measured" className="font-semibold text-xl">
        How fast they are here and now
      </h2>
      <p className="mt-1 max-w-3xl text-muted">
        300 tokens in a lab of their own, 8 callers side by side, the authorization server’s real handlers. Your
        machine, this minute: numbers of another day or machine do not compare.
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button variant="primary" size="lg" disabled={running !== null} onClick={measure}>
          {running ? `Measuring ${PROMISES[running].name} …` : results.length > 0 ? 'Measure again' : 'Measure now'}
        </Button>
        <p role="status" className="text-muted">
          {running === null && results.length > 0 ? `Measured ${results.length} stores.` : ''}
        </p>
      </div>
      {failures.map(({ store, failure }) => (
        <p key={store} role="alert" className="mt-4 rounded-lg border border-control bg-surface p-4">
          {PROMISES[store].name}: {failure}
        </p>
      ))}
      {results.length > 0 && (
        <div className="mt-6 grid gap-8 lg:grid-cols-2">
          {STORE_WORK.map((work) => (
            <MeasurementTable key={work} work={work} {...WORK[work]} results={results} />
          ))}
        </div>
      )}
      <NotConfigured offers={offers} />
    </section>
  )
}

function NotConfigured({ offers }: { offers: readonly StoreOffer[] }) {
  const missing = offers.filter(({ configured }) => !configured)
  if (missing.length === 0) return null
  return (
    <ul className="mt-8 flex flex-col gap-3">
      {missing.map(({ store, startWith }) => (
        <li key={store} className="rounded-lg border border-line bg-surface p-4">
          <p>
            <strong className="font-semibold">{PROMISES[store].name}</strong> is not configured. Start it, then start
            Grant Lab again with its address:
          </p>
          <pre className="mt-2 overflow-x-auto whitespace-pre-wrap rounded-md bg-sunken p-3 font-mono text-sm">
            {startWith} && npm start
          </pre>
        </li>
      ))}
    </ul>
  )
}
