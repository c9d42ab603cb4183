import type { AttackPlan } from '@/lib/attacks'
import type { Attack, ScriptStep, StepWords } from '@/lib/attacks/attack'
import type { Lesson, StepLesson } from '@/lib/lessons/lesson'
import { signInAndConsent } from '@/lib/lessons/shared/sign-in-and-consent'
import type { CitationId } from '@/lib/oauth/citations'
import type { LoadedGrant } from '../kit/entry'
import { refusedSlug, stoppedSlug } from './answers'
import { asMallory } from './mallory-decides'
import { movesOf, type ScriptMove } from './script'

type Words = Record<string, StepLesson>

/** The words for an attack's machine: its own, and the grant's where honest parties do what they always do. */
export function attackLesson(plan: AttackPlan, flow: LoadedGrant): Lesson {
  const { attack } = plan
  const honest = { ...signInAndConsent, ...flow.lesson.steps }
  const steps = movesOf(plan, flow).map((one) =>
    'honest' in one.step ? honestWords(attack, one, honest) : scriptWords(attack, one.step),
  )
  return { steps: Object.assign({}, honest, asMallory(attack, honest), ...steps) }
}

function scriptWords(attack: Attack, { step, words, reply, cites }: ScriptStep): Words {
  const answered = reply ?? {
    title: 'It works so far',
    caption: 'The answer is what Mallory hoped for. Read it, and go on.',
  }
  return {
    [step]: complete(attack, words, cites),
    [`${step}-answer`]: complete(attack, answered, cites),
    ...refusals(attack, step, cites),
  }
}

function honestWords(attack: Attack, { meta, step }: ScriptMove, words: Readonly<Words>): Words {
  const own = words[meta.step] ?? words['honest' in step ? step.honest : '']
  if (!own) throw new Error(`The lesson of this grant has no words for ${meta.step}.`)
  return { [meta.step]: own, ...refusals(attack, meta.step, own.cites) }
}

/**
 * What is said of an answer that is no success, whether it ends the attack or the script goes on: the rule of the check
 * that refused, else what stops the attack in general.
 */
function refusals(attack: Attack, slug: string, cites: readonly CitationId[]): Words {
  const told = (title: string) => ({ ...complete(attack, { title, caption: attack.defence }, cites), byCheck: true })
  return {
    [stoppedSlug(slug)]: told('The attack is stopped here'),
    [refusedSlug(slug)]: told('This one is refused'),
  }
}

function complete(
  attack: Attack,
  { title, caption, why, without }: StepWords,
  cites: readonly CitationId[],
): StepLesson {
  return { title, caption, why: why ?? attack.summary, without: without ?? attack.defence, cites }
}
