import Link from 'next/link'
import { SiteBar } from '@/components/ui/site-bar'
import { SpecLink } from '@/components/ui/spec-link'
import { CATALOGUE, type GrantEntry } from '@/machines/catalogue'
import { movesOf } from '@/machines/kit/reading'

const STATUS: Record<GrantEntry['status'], string> = {
  recommended: 'Recommended',
  care: 'Use with care',
  legacy: 'Legacy',
  removed: 'Removed in OAuth 2.1',
}

/** Every flow that can be stepped. */
export function Catalogue() {
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-5xl px-6 py-12">
        <h1 className="font-semibold text-3xl tracking-tight">Flows</h1>
        <p className="mt-3 text-lg text-muted">Each runs in a lab of your own, against real servers.</p>
        <ul className="mt-8 grid gap-4 md:grid-cols-2">
          {CATALOGUE.map((entry) => (
            <FlowCard key={entry.slug} entry={entry} />
          ))}
        </ul>
      </main>
    </>
  )
}

function FlowCard({ entry: { slug, lesson, status, rfc, machine } }: { entry: GrantEntry }) {
  return (
    <li className="rounded-lg border border-line bg-surface p-6">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="font-semibold text-xl">
          <Link href={`/flows/${slug}`} className="hover:text-accent">
            {lesson.title}
          </Link>
        </h2>
        <span className="rounded-full border border-control px-2.5 py-0.5 font-medium text-sm">{STATUS[status]}</span>
      </div>
      <p className="mt-3 text-muted leading-6">{lesson.summary}</p>
      <p className="mt-4 text-sm text-subtle">
        {movesOf(machine).length} messages and their answers · <SpecLink id={rfc} />
      </p>
    </li>
  )
}
