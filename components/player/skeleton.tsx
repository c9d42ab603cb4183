import { Button } from '@/components/ui/button'

interface PlayerSkeletonProps {
  title: string
  /** What the flow is for. */
  summary: string
  /** Why no lab could be had; null while one is being made. */
  failure: string | null
  onRetry(): void
}

/** What stands on the page while the lab is being made: the flow's words, readable at once. */
export function PlayerSkeleton({ title, summary, failure, onRetry }: PlayerSkeletonProps) {
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-6">
      <div className="max-w-xl">
        <h1 className="font-semibold text-2xl">{title}</h1>
        <p className="mt-3 text-lg text-muted">{summary}</p>
        {failure === null ? (
          <p className="mt-6 text-subtle" role="status">
            Setting up your own lab: users, applications, servers, keys …
          </p>
        ) : (
          <div role="alert" className="mt-6 rounded-lg border border-control bg-surface p-4">
            <p>{failure}</p>
            <Button className="mt-3" onClick={onRetry}>
              Retry
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}
