import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { Page } from '@/components/ui/page'
import { TextLink } from '@/components/ui/text-link'
import { SECRETS } from '@/lib/course/file/claim-text'
import { LESSON_LIMIT, MOST } from '@/lib/course/file/limits'
import type { LessonNames } from '@/lib/course/file/names'
import { PARTIES } from '@/lib/oauth/parties'
import { Example } from './example'
import { CLAIMS, PARTS } from './format-words'

interface FormatPageProps {
  examples: readonly { name: string; text: string }[]
  names: LessonNames
}

/** How a lesson is written, for whoever teaches. The examples are real files. */
export function FormatPage({ examples, names }: FormatPageProps) {
  const [markdown, json] = examples
  return (
    <Page
      title="How to write a lesson"
      lead={
        <>
          A lesson is a text file. Save an example, change it, and drop it under{' '}
          <TextLink href="/lessons">Lessons</TextLink>: every mistake is told with its line. At most{' '}
          {LESSON_LIMIT / 1024} KB and {MOST.stops} stops.
        </>
      }
      width="text"
    >
      <Part id="markdown" title="In Markdown">
        <Rows rows={PARTS} />
        <p className="mt-3 max-w-prose">
          A line of your text that begins with # is kept a text by a backslash in front of it: \#.
        </p>
        {markdown && <Example {...markdown} />}
      </Part>
      <Part id="claims" title="What an option claims">
        <p className="mt-1 max-w-prose text-muted">
          Each option says what the run will show if it is the answer. When the step is there, the claims are looked up
          in the recorded messages; the first that is true is the answer. When the learner changed a message so that
          none is, the answer is “none of these”.
        </p>
        <Rows rows={CLAIMS} />
      </Part>
      <Part id="json" title="In JSON">
        <p className="mt-1 max-w-prose text-muted">
          The same lesson, member by member: id, title, summary, flow, options, minutes, stops, tasks, attack. A claim
          is a text as above, or an object such as {'{ "message": { "carries": "password" } }'}.
        </p>
        {json && <Example {...json} />}
      </Part>
      <Part id="names" title="Names you can use">
        {names.flows.map(({ slug, title, steps, options }) => (
          <Disclosure key={slug} summary={`${title}: ${slug}`} className="mt-2">
            <Names label="Steps" names={steps} />
            <Names label="Options" names={options.map(({ name, values }) => `${name}=${values.join('|')}`)} />
          </Disclosure>
        ))}
        <Disclosure summary="Parties and secrets" className="mt-2">
          <Names label="Parties" names={PARTIES} />
          <Names label="Secrets" names={SECRETS} />
        </Disclosure>
        <Disclosure summary={`${names.checks.length} checks`} className="mt-2">
          <Names label="Checks" names={names.checks} />
        </Disclosure>
        <Disclosure summary={`${names.attacks.length} attacks, presets and switches`} className="mt-2">
          <Names label="Attacks" names={names.attacks.map(({ slug }) => slug)} />
          <Names label="Presets" names={names.presets} />
          <Names label="Switches" names={Object.keys(names.switches)} />
        </Disclosure>
      </Part>
    </Page>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="font-semibold text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Rows({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="mt-3 border-line border-t">
      {rows.map(([written, meaning]) => (
        <div key={written} className="grid gap-x-4 border-line border-b py-2 md:grid-cols-[20rem_1fr]">
          <dt translate="no" className="break-words font-mono text-sm leading-6">
            {written.trim()}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}

function Names({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p className="mt-1 text-sm leading-6">
      <span className="text-muted">{label}: </span>
      <span translate="no" className="break-words font-mono">
        {names.join(', ')}
      </span>
    </p>
  )
}
