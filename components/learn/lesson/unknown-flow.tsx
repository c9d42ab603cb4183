import Link from 'next/link'
import { SiteBar } from '@/components/ui/site-bar'

/** A lesson of a file may name a flow that only another version has. */
export function UnknownFlow({ flow }: { flow: string }) {
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-2xl px-4 py-10 sm:px-6">
        <h1 className="font-semibold text-2xl tracking-tight">This flow is not here</h1>
        <p className="mt-2 text-lg text-muted">
          The lesson is about the flow “{flow.slice(0, 60)}”, which this version of Grant Lab does not have.{' '}
          <Link href="/learn" className="underline decoration-control underline-offset-3 hover:text-accent">
            See the lessons it has
          </Link>
          .
        </p>
      </main>
    </>
  )
}
