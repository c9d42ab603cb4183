import { Page } from '@/components/ui/page'
import type { StoreOffer } from '@/lib/wire/measurement'
import { BenchLink } from './bench-link'
import { BrowserStorage } from './browser/browser-storage'
import { Measure } from './measure'
import { PROMISE_LABELS, PROMISES } from './promises'

interface StoragePageProps {
  offers: readonly StoreOffer[]
  /** The attacker's web site is another site to a browser. */
  crossSite: boolean
}

/**
 * Where tokens live: on a server, what each store promises and how fast it is on this machine now; in a browser, what
 * an attacker gets out of each place.
 */
export function StoragePage({ offers, crossSite }: StoragePageProps) {
  return (
    <Page
      title="Where tokens live"
      lead={
        <>
          A server can keep the tokens it issued in a database, saved with user information and expiration time, or in a
          cache such as Redis, for speed. Every flow can run on each of these; choose one under Options.
        </>
      }
      ownPolicy
    >
      <Promises offers={offers} />
      <Measure offers={offers} />
      <BrowserStorage crossSite={crossSite} />
      <BenchLink />
    </Page>
  )
}

function Promises({ offers }: { offers: readonly StoreOffer[] }) {
  return (
    <section aria-labelledby="promises" className="mt-9">
      <h2 id="promises" className="font-semibold text-xl">
        What each store promises
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen has to be scrolled by keyboard, too */}
      <section aria-label="Promises of the stores, table" tabIndex={0} className="mt-4 overflow-x-auto">
        <table className="w-full min-w-3xl border-collapse text-left align-top">
          <thead>
            <tr className="border-control border-b">
              <td className="py-2 pr-4" />
              {offers.map(({ store }) => (
                <th key={store} scope="col" className="w-1/5 py-2 pr-4 align-top font-semibold text-lg">
                  {PROMISES[store].name}
                  <p className="font-normal text-base text-muted">{PROMISES[store].summary}</p>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(PROMISE_LABELS).map(([name, label]) => (
              <tr key={name} className="border-line border-b">
                <th scope="row" className="py-2.5 pr-4 align-top font-medium">
                  {label}
                </th>
                {offers.map(({ store }) => (
                  <td key={store} className="py-2.5 pr-4 align-top text-muted">
                    {PROMISES[store][name as keyof typeof PROMISE_LABELS]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
