import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'

interface PageFailureProps {
  title?: string
  sentence?: string
  /** Tries once more. */
  retry(): void
}

/** A page that cannot be shown: the app's failure, never a refusal of the protocol. */
export function PageFailure({
  title = 'This page could not be drawn',
  sentence = 'Something in the app went wrong. Your runs are kept: what was recorded is still there after a retry or a reload.',
  retry,
}: PageFailureProps) {
  return (
    <Page>
      <div role="alert">
        <h1 className="font-semibold text-3xl tracking-tight">{title}</h1>
        <p className="mt-2 mb-6 max-w-3xl text-pretty text-lg text-muted">{sentence}</p>
      </div>
      <div className="flex gap-3">
        <Button size="lg" variant="primary" onClick={retry}>
          Retry
        </Button>
        <Button size="lg" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      </div>
    </Page>
  )
}
