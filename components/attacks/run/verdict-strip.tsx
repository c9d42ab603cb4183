'use client'

import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import type { Run } from '@/components/player/run/run'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { RUN_LOOK } from '../verdict'
import { useStanding } from './use-standing'

/** What came of the attack, once its run has come to its end; judged by the server from what the lab recorded. */
export function VerdictStrip({ run }: { run: Run }) {
  const { steps } = usePlayer()
  const { goTo } = usePlayerActions()
  const verdict = useStanding(run, steps)
  const breach = verdict?.kind === 'breach'
  return (
    <div
      role="status"
      aria-label="Verdict"
      className={classes(
        'shrink-0',
        verdict && 'flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-4 py-2',
        breach ? 'border-attacker-line bg-attacker-tint' : 'border-line bg-sunken',
      )}
    >
      {verdict && (
        <>
          <Icon
            name={RUN_LOOK[verdict.kind].icon}
            size={20}
            className={classes('shrink-0', RUN_LOOK[verdict.kind].look)}
          />
          <p className={classes('min-w-0 flex-1', RUN_LOOK[verdict.kind].look)}>
            <strong className="font-semibold">{verdict.title}.</strong> {verdict.text}
          </p>
          {verdict.step !== null && (
            <Button onClick={() => goTo(verdict.step ?? 0)}>
              {breach ? `Message ${verdict.step} proves it` : `Refused in message ${verdict.step}`}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
