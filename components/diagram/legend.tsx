import { usePlayer } from '@/components/player/player-context'

/** The lines in words: those that this flow can draw. */
export function Legend() {
  const { lanes } = usePlayer()
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 border-line border-t px-4 py-2.5 text-subtle text-xs">
      {lanes.includes('browser') && (
        <li className="flex items-center gap-2">
          <svg width="28" height="8" aria-hidden="true">
            <path d="M0 4H28" stroke="currentColor" strokeWidth="2.25" strokeDasharray="9 5" />
          </svg>
          Front channel: through the browser, visible on the way
        </li>
      )}
      <li className="flex items-center gap-2">
        <svg width="28" height="8" aria-hidden="true">
          <path d="M0 2H28M0 5.5H28" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        Back channel: server to server
      </li>
      {lanes.includes('user') && (
        <li className="flex items-center gap-2">
          <svg width="28" height="8" aria-hidden="true">
            <path d="M2 4H28" stroke="currentColor" strokeWidth="2.25" strokeDasharray="0.1 5" strokeLinecap="round" />
          </svg>
          Alice acts
        </li>
      )}
      <li className="flex items-center gap-1.5">
        <svg width="24" height="10" aria-hidden="true">
          <path d="M5 0 10 9.5H0Z" fill="currentColor" />
          <circle cx="18.5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        Filled: whoever has it can use it. Hollow: no power by itself
      </li>
    </ul>
  )
}
