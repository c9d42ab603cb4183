import { Icon } from '@/components/ui/icon'
import { Prose } from '@/components/ui/prose'
import { claimText } from '@/lib/course/file/claim-text'
import type { Prediction, Stop } from '@/lib/course/lesson-plan'
import type { StepLesson } from '@/lib/lessons/lesson'

interface StopPreviewProps {
  stop: Stop
  /** The step’s own; left out where it has none. */
  words: StepLesson | undefined
  /** Ids of the options that came true; null: not tried. Empty: none. */
  came: readonly string[] | null
  missing: boolean
}

/** A stop as the instructor reads it: the step's own words, the note, the question and what its options claim. */
export function StopPreview({ stop, words, came, missing }: StopPreviewProps) {
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3">
      <h3 className="font-semibold">
        {words?.title ?? stop.step} <span className="font-mono font-normal text-muted text-sm">{stop.step}</span>
      </h3>
      {words && <p className="mt-1 text-muted">{words.caption}</p>}
      {stop.note && <Prose text={stop.note} className="mt-2 border-control border-l-2 pl-3" />}
      {missing && <Warning text="The run did not come to this step: nobody will see it." />}
      {stop.question && <QuestionPreview question={stop.question} came={came} />}
    </li>
  )
}

function QuestionPreview({ question, came }: { question: Prediction; came: readonly string[] | null }) {
  return (
    <div className="mt-3">
      <h4 className="font-medium">{question.text}</h4>
      <ul className="mt-1.5 grid gap-2">
        {question.options.map(({ id, text, claim, why }) => (
          <li key={id} className="grid gap-x-3 md:grid-cols-2">
            <span className={came?.includes(id) ? 'font-semibold' : undefined}>
              {text}
              {came?.includes(id) && (
                <span className="ml-2 inline-flex items-center gap-1 font-medium text-sm">
                  <Icon name="check" size={12} /> came true
                </span>
              )}
              {why && <span className="block font-normal text-muted text-sm">{why}</span>}
            </span>
            <code translate="no" className="break-words font-mono text-muted text-sm leading-6">
              {claimText(claim)}
            </code>
          </li>
        ))}
      </ul>
      {came?.length === 0 && (
        <Warning text="No option came true in this run: the answer would be “none of these”. Look at what the options claim." />
      )}
      {came && came.length > 1 && (
        <Warning text="More than one option came true: the first of them counts. Say them more exactly." />
      )}
    </div>
  )
}

const Warning = ({ text }: { text: string }) => (
  <p className="mt-2 flex items-start gap-2">
    <Icon name="warning" className="mt-1 shrink-0" />
    {text}
  </p>
)
