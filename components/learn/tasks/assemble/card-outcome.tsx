import { Icon } from '@/components/ui/icon'
import type { OrderLine } from '@/lib/course/tasks/run-order'
import { responseLabel } from '@/machines/kit/labels'

/** What came when this card's message was really sent. A refusal is a defence that works, and no failure. */
export function CardOutcome({ line }: { line: OrderLine }) {
  if (line.kind === 'nothing') {
    return (
      <p className="wrap-anywhere mt-1 flex gap-1.5 text-sm">
        <Icon name="minus" size={14} className="mt-0.5 shrink-0" />
        <span>
          <strong className="font-semibold">Nothing to send.</strong> {line.sentence}
        </span>
      </p>
    )
  }
  const answer = responseLabel(line.exchange)
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm">
      <Icon name={line.kind === 'refused' ? 'shield' : 'check'} size={14} className="shrink-0" />
      <strong className="font-semibold">
        {line.kind === 'answered' ? 'Answered' : line.check ? `Refused by ${line.check}` : 'Refused'}
      </strong>
      <span className="font-mono text-[12.5px]">{answer}</span>
    </p>
  )
}
