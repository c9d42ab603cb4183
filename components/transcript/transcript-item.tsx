'use client'

import { memo } from 'react'
import { chipLook } from '@/components/diagram/payload-chip'
import { StepDisc } from '@/components/diagram/step-disc'
import { usePlayerActions, useViewer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { PARTY } from '@/components/ui/party'
import { PartyIcon } from '@/components/ui/party-icon'
import { SecretGlyph } from '@/components/ui/secret-glyph'
import { SpecLink } from '@/components/ui/spec-link'
import type { Step } from '@/machines/kit/step'
import { cardLook } from './card-look'
import type { CarriedFact, StepFacts } from './facts'
import { citesOf } from './facts'

interface TranscriptItemProps {
  step: Step
  facts: StepFacts
  shown: boolean
  /** What its sender and its receiver are called. */
  sender: string
  receiver: string
}

/** One step in words; written anew only when something about it changed. */
export const TranscriptItem = memo(function TranscriptItem(props: TranscriptItemProps) {
  const { step, facts, shown, sender, receiver } = props
  const { goTo } = usePlayerActions()
  const current = facts.time === 'current'
  const cites = citesOf(step)
  return (
    <li className={shown ? cardLook(current) : undefined} aria-current={current ? 'step' : undefined}>
      <h3 className="flex items-start gap-2 font-semibold">
        <StepDisc facts={facts} />
        {shown ? (
          <button type="button" data-step-button className="min-h-6 text-left" onClick={() => goTo(facts.number)}>
            {facts.title}
          </button>
        ) : (
          facts.title
        )}
      </h3>
      {facts.human && <p className="mt-1 text-sm text-user-ink">Alice {facts.human}.</p>}
      <p className="mt-1.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm">
        <PartyName party={facts.from} name={sender} />
        <Icon name="next" size={12} />
        <span className="sr-only">to</span>
        <PartyName party={facts.to} name={receiver} />
        <span className="text-muted">· {facts.channel}</span>
      </p>
      <p className="mt-1 font-mono text-sm">{facts.label}</p>
      {current && shown && <p className="mt-1.5 text-lg">{step.lesson.caption}</p>}
      {!(current && shown) && <p className="sr-only">{step.lesson.caption}</p>}
      {facts.carried.length > 0 && (
        <p className="mt-1.5 flex flex-wrap items-center gap-1.5">
          <span className="sr-only">Carries</span>
          {facts.carried.map((carried) => (
            <Payload key={carried.value} carried={carried} shown={shown} />
          ))}
        </p>
      )}
      <StateWords facts={facts} />
      {current && shown && (
        <div className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
          {cites.map((id) => (
            <SpecLink key={id} id={id} />
          ))}
          {step.lesson.without && (
            <Disclosure summary="What breaks without this" className="basis-full">
              {step.lesson.without}
            </Disclosure>
          )}
        </div>
      )}
    </li>
  )
})

function PartyName({ party, name }: { party: StepFacts['from']; name: string }) {
  return (
    <span className={classes('inline-flex items-center gap-1.5 font-medium', PARTY[party].text)}>
      <PartyIcon party={party} size={16} />
      {name}
    </span>
  )
}

function Payload({ carried, shown }: { carried: CarriedFact; shown: boolean }) {
  const marked = useViewer((viewer) => viewer.marked === carried.value)
  const mark = useViewer((viewer) => viewer.mark)
  if (!shown) return <span>{carried.text} </span>
  return (
    <button
      type="button"
      aria-pressed={marked}
      title="Mark every occurrence"
      onClick={() => mark(carried.value)}
      className={classes(chipLook(marked), 'h-6 hover:border-ink')}
    >
      <SecretGlyph kind={carried.kind} size={11} />
      {carried.text}
    </button>
  )
}

function StateWords({ facts }: { facts: StepFacts }) {
  const words = [
    facts.onTheWire && 'On the wire, not delivered yet',
    facts.edited && 'Changed on the way',
    facts.outcome && capitalised(facts.outcome.text),
    facts.outcome?.check?.rule,
  ].filter((word): word is string => Boolean(word))
  if (words.length === 0) return null
  return <p className="mt-1.5 text-muted text-sm">{words.join(' · ')}</p>
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
