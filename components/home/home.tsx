import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { Cast } from './cast'
import { Doors } from './doors'

const REASONS = [
  {
    title: 'Nothing is drawn that did not happen',
    text: 'An authorization server, a resource server and client applications run inside this app. Every arrow is an HTTP message that was sent; copy it as cURL and send it yourself.',
  },
  {
    title: 'Every token can be found',
    text: 'In the database row, the session, the cookie, the browser history: see what each step stored, with the command that stored it, and how long it lives.',
  },
  {
    title: 'Break it, and see who stops you',
    text: 'Edit a message before it is delivered, drop it, send it twice. The check that refuses is named, with what it compared and the clause it comes from.',
  },
]

/** The start page: one press away from a live first step. */
export function Home({ firstFlow }: { firstFlow: { href: string; label: string } }) {
  return (
    <Page>
      <section className="pt-2 pb-12 md:pt-8 md:pb-14">
        <h1 className="max-w-3xl text-balance font-semibold text-3xl tracking-tight md:text-[44px] md:leading-[52px]">
          Learn OAuth 2.0 by making it happen.
        </h1>
        <p className="mt-5 max-w-2xl text-pretty text-lg text-muted">
          Press <strong className="font-semibold text-ink">Next</strong> and watch real servers grant access to real
          photos, one message at a time.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href={firstFlow.href} size="xl" variant="primary">
            {firstFlow.label}
          </ButtonLink>
          <ButtonLink href="/learn/cast" size="xl">
            Start with the cast
          </ButtonLink>
        </div>
      </section>
      <Doors />
      <Cast />
      <section aria-label="How this works" className="mt-14 grid gap-8 md:grid-cols-3">
        {REASONS.map(({ title, text }) => (
          <div key={title}>
            <h2 className="font-semibold text-lg">{title}</h2>
            <p className="mt-2 text-muted leading-6">{text}</p>
          </div>
        ))}
      </section>
    </Page>
  )
}
