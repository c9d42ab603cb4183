import Link from 'next/link'
import { changedOptions, readSpecs, specKey } from './specs/spec'
import { SUGGESTIONS } from './specs/suggestions'

/** Comparisons to begin with. */
export function Suggested() {
  return (
    <ul aria-label="Suggested comparisons" className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {SUGGESTIONS.map(({ flows, question }) => (
        <li
          key={flows}
          className="group relative rounded-lg border border-line bg-surface px-5 py-4 focus-within:border-control hover:border-control"
        >
          <h2 className="font-semibold text-lg">
            <Link
              href={`/compare?flows=${flows}`}
              className="before:absolute before:inset-0 before:rounded-lg group-hover:text-accent"
            >
              {question}
            </Link>
          </h2>
          <ol className="mt-2 grid gap-0.5 text-muted">
            {readSpecs(flows).specs.map((spec) => {
              const changes = changedOptions(spec).map(({ label, choice }) => `${label}: ${choice}`)
              return <li key={specKey(spec)}>{[spec.entry.title, ...changes].join(' · ')}</li>
            })}
          </ol>
        </li>
      ))}
    </ul>
  )
}
