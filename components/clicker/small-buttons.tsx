'use client'

import { usePlayer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { RoomState } from '@/lib/room/state'
import type { Wishes } from './use-wishes'

/** Black screen, and the question: asked, revealed, put away. */
export function SmallButtons({ state, wishes }: { state: RoomState; wishes: Wishes }) {
  const { cursor, steps } = usePlayer()
  const { question, black } = state
  const { pending, ask } = wishes
  const asks = question ? 'reveal' : 'question'
  const nothingToAsk = !question && !steps[cursor]
  return (
    <div className="grid grid-cols-2 gap-2 px-3 py-1.5">
      <Button
        aria-pressed={black}
        aria-disabled={pending !== null}
        onClick={() => ask('black')}
        className={black ? 'h-12! bg-ink! text-surface!' : 'h-12!'}
      >
        {black && <Icon name="check" size={14} />} Black screen
      </Button>
      <Button
        aria-disabled={nothingToAsk || pending !== null}
        onClick={() => !nothingToAsk && ask(asks)}
        className="h-12!"
      >
        <Icon name={question?.answer ? 'close' : 'help'} size={14} />
        {question ? (question.answer ? 'Put it away' : 'Reveal') : 'Ask: what next?'}
      </Button>
    </div>
  )
}
