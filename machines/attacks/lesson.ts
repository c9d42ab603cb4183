import type { AttackPlan } from '@/lib/attacks'
import type { Attack, ScriptStep, StepWords } from '@/lib/attacks/attack'
import type { Lesson, StepLesson } from '@/lib/lessons/lesson'
import type { CitationId } from '@/lib/oauth/citations'
import type { LoadedGrant } from '../kit/entry'
import { answersOf } from './answers'
import { movesOf, type ScriptMove } from './script'

type Words = Record<string, StepLesson>

/** The words for an attack's machine: its own, and the grant's where honest parties do what they always do. */
export function attackLesson(plan: AttackPlan, flow: LoadedGrant): Lesson {
  const { attack } = plan
  const honest = flow.lesson.steps
  const steps = movesOf(plan, flow).map((one) =>
    'honest' in one.step ? honestWords(attack, one, honest) : scriptWords(attack, one.step),
  )
  return { steps: Object.assign({}, honest, asMallory(honest), ...steps) }
}

function scriptWords(attack: Attack, { step, words, reply, cites, expects }: ScriptStep): Words {
  const answered = reply ?? {
    title: 'It works so far',
    caption: 'The answer is what Mallory hoped for. Read it, and go on.',
  }
  return {
    [step]: complete(attack, words, cites),
    [`${step}-answer`]: complete(attack, answered, cites),
    ...stopped(attack, step, expects, cites),
  }
}

function honestWords(attack: Attack, { meta, step }: ScriptMove, words: Readonly<Words>): Words {
  const own = words[meta.step] ?? words['honest' in step ? step.honest : '']
  if (!own) throw new Error(`The lesson of this grant has no words for ${meta.step}.`)
  return { [meta.step]: own, ...stopped(attack, meta.step, [meta.usually], own.cites) }
}

/** What is said when an answer ends the attack. */
function stopped(attack: Attack, slug: string, expects: ScriptStep['expects'], cites: readonly CitationId[]): Words {
  const words = complete(attack, { title: 'The attack is stopped here', caption: attack.defence }, cites)
  return Object.fromEntries(Object.values(answersOf(slug, expects)).map((answer) => [answer, words]))
}

/** Login and consent, done by Mallory in her own browser. */
function asMallory(honest: Readonly<Words>): Words {
  const title = 'Mallory does it in her browser'
  const caption = 'Mallory signs in as herself and approves, in her own browser. She is a user like any other.'
  return Object.fromEntries(
    Object.entries(honest).map(([step, words]) => [`mallory-${step}`, { ...words, title, caption }]),
  )
}

function complete(
  attack: Attack,
  { title, caption, why, without }: StepWords,
  cites: readonly CitationId[],
): StepLesson {
  return { title, caption, why: why ?? attack.summary, without: without ?? attack.defence, cites }
}
