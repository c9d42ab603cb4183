import type { Step } from '@/machines/kit/step'
import type { Run } from './run'
import { headOf, stepsOf } from './view'

/** More presses than any flow has steps. */
const MOST_PRESSES = 80

/**
 * Presses Next until the step of a shared link, by slug or by number, has happened, then looks at it. Everything on the way really
 * happens, in this visitor's own lab. A step that never comes leaves the run at its head, and is named.
 */
export async function fastForward(run: Run, step: string): Promise<void> {
  const isMeant = ({ id, number }: Step) => id === step || String(number) === step
  for (let press = 0; press < MOST_PRESSES; press++) {
    const steps = stepsOf(run, run.state())
    const head = headOf(steps)
    const wanted = steps.slice(0, head).find(isMeant)
    if (wanted) return run.moveCursor(wanted.number)
    if (!steps.slice(head).some(isMeant)) {
      return run.fail(`The link names the step “${step}”, which this run does not come to. Press Next from here.`)
    }
    run.send({ type: 'learner.next' })
    await settled(run, head)
  }
}

/** Resolves when the press has led to another step, or the app has failed. */
function settled(run: Run, head: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { machine } = run.state()
      const failed = machine.context.exchange?.phase === 'broken'
      if (!failed && headOf(stepsOf(run, run.state())) === head) return
      stop()
      resolve()
    }
    const stop = run.subscribe(look)
    look()
  })
}
