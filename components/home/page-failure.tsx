import { Button } from '@/components/ui/button'
import { SiteBar } from '@/components/ui/site-bar'

/**
 * A page that cannot be drawn: the app's failure, never a refusal of the protocol.
 *
 * @param retry draws the page once more
 */
export function PageFailure({ retry }: { retry(): void }) {
  return (
    <>
      <SiteBar />
      <main role="alert" className="mx-auto max-w-6xl px-4 py-16 sm:px-6">
        <h1 className="font-semibold text-2xl">This page could not be drawn</h1>
        <p className="mt-3 mb-6 max-w-2xl text-pretty text-lg text-muted">
          Something in the app went wrong. Your runs are kept: what was recorded is still there after a retry or a
          reload.
        </p>
        <div className="flex gap-3">
          <Button onClick={retry}>Retry</Button>
          <Button onClick={() => window.location.reload()}>Reload the page</Button>
        </div>
      </main>
    </>
  )
}
