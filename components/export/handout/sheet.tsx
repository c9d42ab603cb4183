import { rawRequest, rawResponse } from '@/components/inspector/message/http-words'
import { citesOf, type StepFacts } from '@/components/transcript/facts'
import { classes } from '@/components/ui/classes'
import { citation } from '@/lib/oauth/citations'
import type { Step } from '@/machines/kit/step'
import { SequencePicture } from '../picture/sequence-picture'
import type { Story } from '../story'

interface SheetProps {
  story: Story
  told: readonly { step: Step; facts: StepFacts }[]
  /** One step fills the sheet, with its message; otherwise several share it. */
  alone: boolean
  notes: boolean
  /** The last sheet starts no page after it. */
  last: boolean
}

/** One sheet of paper. */
export function Sheet({ story, told, alone, notes, last }: SheetProps) {
  return (
    <section
      data-sheet
      className={classes(
        'mx-auto mb-6 w-full max-w-[52rem] rounded-lg border border-line bg-surface p-6 print:mb-0 print:max-w-none print:rounded-none print:border-0 print:p-0',
        !last && 'print:break-after-page',
      )}
    >
      {told.map(({ step, facts }) => (
        <article
          key={facts.number}
          className="break-inside-avoid border-line not-last:mb-4 not-last:border-b not-last:pb-4 print:not-last:mb-2.5 print:not-last:pb-2.5"
        >
          <h2 className="font-semibold text-xl print:text-sm">
            {facts.number}. {facts.title}
          </h2>
          <div
            className={
              alone
                ? 'mt-2'
                : 'mt-1 grid gap-x-5 gap-y-1 sm:grid-cols-[3fr_2fr] print:grid-cols-[3fr_2fr] print:gap-x-3'
            }
          >
            <div className="[&>svg]:h-auto [&>svg]:w-full">
              <SequencePicture
                story={{ ...story, steps: [step] }}
                cursor={facts.number + 1}
                head={facts.number + 1}
                bare
              />
            </div>
            <Words story={story} step={step} facts={facts} />
            {notes && <Notes step={step} className={alone ? 'mt-2' : 'sm:col-span-2 print:col-span-2'} />}
          </div>
          {alone && <Message step={step} />}
        </article>
      ))}
    </section>
  )
}

function Words({ story: { parties }, step, facts }: Pick<SheetProps, 'story'> & { step: Step; facts: StepFacts }) {
  return (
    <div className="print:text-[11px] print:leading-[15px]">
      <p className="text-muted text-sm print:text-[10px] print:leading-[14px]">
        {parties[facts.from].name} → {parties[facts.to].name}, {facts.channel}
        {facts.outcome && `, ${facts.outcome.text}`}
      </p>
      <p className="mt-1 print:mt-0.5">{step.lesson.caption}</p>
    </div>
  )
}

function Notes({ step, className }: { step: Step; className: string }) {
  const cites = citesOf(step).map((id) => citation(id).label)
  return (
    <div className={classes('text-sm print:text-[10px] print:leading-[14px]', className)}>
      {step.lesson.why && <p>Why: {step.lesson.why}</p>}
      {step.lesson.without && <p className="mt-1 print:mt-0.5">Without it: {step.lesson.without}</p>}
      {cites.length > 0 && <p className="mt-1 text-muted print:mt-0.5">{cites.join(' · ')}</p>}
    </div>
  )
}

/** Characters of a message that fit on a sheet beside its picture and words. */
const ROOM = 1_400

function Message({ step: { kind, exchange } }: { step: Step }) {
  if (!exchange || (kind === 'response' && !exchange.response)) return null
  const text = kind === 'response' && exchange.response ? rawResponse(exchange.response) : rawRequest(exchange.request)
  const more = text.trimEnd().length - ROOM
  return (
    <pre className="mt-3 whitespace-pre-wrap rounded-md border border-line p-2.5 text-xs leading-5 [overflow-wrap:anywhere] print:text-[10px] print:leading-[14px]">
      {text.trimEnd().slice(0, ROOM)}
      {more > 0 && `\n… and ${more} characters more`}
    </pre>
  )
}
