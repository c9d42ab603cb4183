import type { Role } from '@/lib/room/state'
import type { GrantEntry } from '@/machines/kit/entry'

/** Before the run is there: what will be shown, and why it is not, if the app failed. */
export function Preparing({ entry, as: role, failure }: { entry: GrantEntry; as: Role; failure: string | null }) {
  const audience = role === 'audience'
  return (
    <main
      data-theme={audience ? 'projector' : undefined}
      className="grid min-h-dvh place-content-center gap-3 bg-canvas p-8 text-center text-ink"
    >
      <h1 className={audience ? 'font-semibold text-5xl' : 'font-semibold text-2xl'}>{entry.title}</h1>
      <p className={audience ? 'max-w-[40ch] text-2xl text-muted' : 'max-w-[60ch] text-muted'}>{entry.summary}</p>
      {failure && (
        <p role="alert" className="text-lg">
          {failure} Reload the page to try again; nothing is lost.
        </p>
      )}
    </main>
  )
}
