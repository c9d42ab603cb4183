import { Disclosure } from '@/components/ui/disclosure'
import { Prose } from '@/components/ui/prose'
import type { Task } from '@/lib/course/lesson-plan'
import { PARTY_NAMES } from '@/machines/kit/party-names'
import { count } from './lesson-facts'

/** A task as the instructor reads it, with what decides that it is done. */
export function TaskPreview({ task }: { task: Task }) {
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3">
      <h3 className="font-semibold">{task.title}</h3>
      {task.text && <Prose text={task.text} className="mt-1" />}
      <p className="mt-1 text-muted text-sm">{doneWhen(task)}</p>
      {task.hints.length > 0 && (
        <Disclosure summary={count(task.hints.length, 'hint')} className="mt-1">
          <ul className="list-disc pl-5 text-sm">
            {task.hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  )
}

function doneWhen(task: Task): string {
  switch (task.kind) {
    case 'break':
      return `Done when the ${PARTY_NAMES[task.by].name} refuses with the check ${task.check}.`
    case 'fix':
      return `Done when the attack ${task.attack} on ${task.grant} is stopped and the honest flow still works.`
    case 'assemble':
      return 'Done when the moves, made in the learner’s order, lead to the flow’s end.'
  }
}
