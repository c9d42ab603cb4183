'use client'

import { partyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'
import { TRIALS } from '@/machines/kit/trials'
import { MarkIcon } from './mark-icon'
import { StepCard } from './step-card'
import type { Proof } from './table/evidence'
import type { CellView, ColumnView } from './view'

/** A message that is looked at: of which column, and in which of its labs. */
export interface Opened extends Proof {
  column: string
}

const proofOfStep = ({ number, exchange }: Step): Proof => ({
  step: number,
  elsewhere: exchange?.step === TRIALS.code.step,
})

interface CellProps {
  cell: CellView
  column: ColumnView
  differs: { step: number | null; has: string } | null
  opened: Proof | null
  onOpen(opened: Opened): void
}

/** What one column has in one phase: its messages, or why there are none. */
export function PhaseCell({ cell, column, differs, opened, onOpen }: CellProps) {
  if (cell.kind === 'ahead') {
    return <p className="flex h-9 items-center px-2 text-sm text-subtle">Not yet</p>
  }
  if (cell.kind === 'absent') {
    return (
      <p className="rounded-md border border-control border-dashed px-3 py-2 text-muted text-sm">
        <MarkIcon mark="absent" size={12} className="mr-1.5 inline" />
        <strong className="font-semibold text-ink">No such phase.</strong> {cell.why}
      </p>
    )
  }
  const names = partyNames(column.column.spec.entry.client)
  return (
    <ol className="grid grid-cols-1 gap-1.5">
      {cell.steps.map((step, at) => {
        const proof = proofOfStep(step)
        const before = cell.steps[at - 1]
        return (
          <li key={`${proof.step} ${proof.elsewhere}`}>
            {proof.elsewhere && !(before && proofOfStep(before).elsewhere) && (
              <p className="pt-1 pb-1.5 text-muted text-xs">In a fresh lab, before the app redeems its code:</p>
            )}
            <StepCard
              step={step}
              names={names}
              differs={differs && differs.step === step.number ? differs.has : null}
              open={opened?.step === proof.step && opened.elsewhere === proof.elsewhere}
              onOpen={() => onOpen({ ...proof, column: column.column.key })}
            />
          </li>
        )
      })}
    </ol>
  )
}
