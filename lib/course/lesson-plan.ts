import type { Party } from '@/lib/oauth/parties'
import type { Claim } from './claim'

/**
 * What a learner is led through: a flow, where to stop and what to ask there, what to do afterwards. The words for the
 * steps themselves stand in `lib/lessons`. Plain JSON: built-in plans and files of instructors are the same thing.
 */
export interface LessonPlan {
  /** Unique among the plans one learner has: progress is kept by it. */
  id: string
  title: string
  /** One or two sentences: what one will be able to tell afterwards. */
  summary: string
  /** Slug of the flow, and its options where they are not the usual ones. */
  flow: string
  options: Readonly<Record<string, string>>
  /** Minutes it usually takes. */
  minutes: number
  stops: readonly Stop[]
  tasks: readonly Task[]
  /** Where the lesson sends the learner when all is seen. */
  attack?: PreparedAttack
}

/** An attack to run in the player, set up beforehand. */
export interface PreparedAttack {
  /** Slug of the attack. */
  attack: string
  /** Slug of the flow it is made against; the case of it, left out: the first. */
  grant: string
  case?: string
  preset: string
  /** What the instructor says of it. */
  note?: string
}

/** A step at which the lesson stops. */
export interface Stop {
  /** Slug of the step, as the flow's machine names it. A question is asked before this step is seen. */
  step: string
  question?: Prediction
  /** What the instructor adds to the step's own words. */
  note?: string
}

/**
 * Asked before the answer is seen. Which option is right is not written down: each makes a claim, and the run decides.
 * Where no claim comes true (the learner changed a message, say) the answer is "none of these".
 */
export interface Prediction {
  /** Unique within the plan. */
  id: string
  kind: PredictionKind
  /** One sentence, ending in a question mark. */
  text: string
  /** Two to four. */
  options: readonly PredictionOption[]
}

export const PREDICTION_KINDS = {
  'next-message': 'What comes next',
  'failing-check': 'Which check fails',
  'who-holds': 'Who holds what',
  'where-stored': 'Where it is kept',
  'in-message': 'What the message carries',
} as const

export type PredictionKind = keyof typeof PREDICTION_KINDS

export interface PredictionOption {
  id: string
  text: string
  /** What is true of the run, once the step is seen, if this is the answer. */
  claim: Claim
  /** One sentence for whoever chose it, shown when it is wrong: why it might seem so, and why it is not. */
  why: string
}

/** Something to do in a lab of one's own; the lab's real state says whether it is done. */
export type Task = BreakTask | FixTask | AssembleTask

interface TaskWords {
  /** Unique within the plan. */
  id: string
  /** At most 8 words. */
  title: string
  /** Two sentences at most: what to reach. */
  text: string
  /** Shown one after the other, when asked for. */
  hints: readonly string[]
}

/** Make a party refuse with exactly this check, by editing, dropping or sending messages again. */
export interface BreakTask extends TaskWords {
  kind: 'break'
  check: string
  by: Party
}

/**
 * Close the door on an attack that succeeds: the learner sets switches, and both the attack and the honest flow are
 * really run. Done when the attack is stopped and the honest flow still works.
 */
export interface FixTask extends TaskWords {
  kind: 'fix'
  /** Slug of the attack. */
  attack: string
  /** Slug of the flow it is made against; the case of it, left out: the first. */
  grant: string
  case?: string
  /** Where the learner begins. */
  preset: string
  policy?: Readonly<Record<string, string | number | boolean>>
}

/**
 * Put the flow's moves in order; they are then really made in that order in a fresh lab. Done when the end is reached.
 * `distractors`: moves that do not belong to it lie among them.
 */
export interface AssembleTask extends TaskWords {
  kind: 'assemble'
  distractors: boolean
  /** Slug of the step that is the end; left out: the flow's own end. */
  until?: string
}
