import { Page } from '@/components/ui/page'
import { PLANS } from '@/lib/course/plans'
import { findGrant } from '@/machines/catalogue'
import { GRANT_GROUPS, type GrantGroup } from '@/machines/kit/entry'
import { partsOf } from '../progress/standing-words'
import { CastCard } from './cast-card'
import { LessonCard } from './lesson-card'
import { ProgressSection } from './progress-section'
import { Resume } from './resume'

/** The headings of the catalogue, for somebody who goes through them in order. */
const TRACKS = Object.entries({ ...GRANT_GROUPS, legacy: 'Legacy, to avoid' }) as [GrantGroup, string][]

const ABOUT: Record<GrantGroup, string> = {
  start: 'A user, an app, a browser in between.',
  'without-user': 'A program asks in its own name, or brings somebody else’s word.',
  devices: 'Where nobody can type a password.',
  'on-top': 'Who the user is, tokens traded for others, tokens bound to a key.',
  legacy: 'Still out there. Each lesson shows what it was given up for.',
}

/** Where somebody begins, and comes back to: the lessons in order, with their own progress. */
export function LearnPage() {
  return (
    <Page
      title="Learn"
      lead={
        <>
          Each lesson is a flow that really runs. Before some steps it asks you what comes; then you see for yourself.
        </>
      }
    >
      <Resume lessons={PLANS.map((plan) => ({ title: plan.title, minutes: plan.minutes, parts: partsOf(plan) }))} />
      <CastCard />
      {TRACKS.map(([group, title]) => (
        <section key={group} aria-labelledby={`track-${group}`} className="mt-9">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h2 id={`track-${group}`} className="font-semibold text-xl">
              {title}
            </h2>
            <p className="text-muted">{ABOUT[group]}</p>
          </div>
          <ol className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {PLANS.filter(({ flow }) => groupOf(flow) === group).map((plan) => (
              <LessonCard key={plan.id} plan={plan} status={findGrant(plan.flow)} />
            ))}
          </ol>
        </section>
      ))}
      <ProgressSection />
    </Page>
  )
}

const groupOf = (flow: string): GrantGroup => findGrant(flow)?.group ?? 'start'
