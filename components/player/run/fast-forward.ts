import { nextButton } from '@/machines/kit/next-label'
import { movesOf, pathOf, waits } from '@/machines/kit/reading'
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
    if (!steps.slice(head).some(isMeant) && !mayStillCome(run, step)) {
      return run.fail(`The link names the step “${step}”, which this run does not come to. Press Next from here.`)
    }
    const from = pathOf(run.state().machine)
    run.send({ type: 'learner.next' })
    await settled(run, head, from)
  }
}

/** An answer that does not usually come, such as the refusal that ends an attack: whether it does is only seen on the way. */
function mayStillCome({ entry, state }: Run, step: string): boolean {
  const known = movesOf(entry.machine).some(({ answers = {} }) => Object.values(answers).includes(step))
  return known && nextButton(entry.machine, state().machine).enabled
}

/** Resolves when the press has led to another step, or to an end without one, or the app has failed. */
export function settled(run: Run, head: number, from: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { machine } = run.state()
      const failed = machine.context.exchange?.phase === 'broken'
      if (!waits(machine)) return
      if (!failed && headOf(stepsOf(run, run.state())) === head && pathOf(machine) === from) return
      stop()
      resolve()
    }
    const stop = run.subscribe(look)
    look()
  })
}
