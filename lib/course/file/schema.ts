import { z } from 'zod'
import { PARTIES } from '@/lib/oauth/parties'
import { type LessonPlan, PREDICTION_KINDS, type PredictionKind } from '../lesson-plan'
import { claimSchema } from './claim-schema'
import { MOST } from './limits'
import type { LessonNames } from './names'
import { quote, suggestion } from './nearest'
import { id, line, named, only, prose } from './parts'

/**
 * What a lesson may be. Everything is bounded.
 *
 * @param names what can be named in this version; null: names are taken as they are
 * @param flow the flow that the lesson names: its steps and options are the ones that can be named
 */
export function lessonSchema(names: LessonNames | null, flow: unknown): z.ZodType<LessonPlan> {
  const known = names?.flows.find(({ slug }) => slug === flow) ?? null
  const slugs = (of: readonly { slug: string }[] | undefined) => of?.map(({ slug }) => slug) ?? null
  const check = named('There is no check', names?.checks ?? null)
  const preset = named('There is no preset', names?.presets ?? null)
  const attack = {
    attack: named('There is no attack', slugs(names?.attacks)),
    grant: named('There is no flow', slugs(names?.flows)),
  }
  const words = {
    id,
    title: line(MOST.title),
    text: prose(MOST.prose),
    hints: z.array(line(MOST.sentence)).max(MOST.hints),
  }
  const made = (value: { attack: string; grant: string; case?: string | undefined }, context: z.RefinementCtx) => {
    if (names) madeAgainst(names, value, context)
  }
  const task = z.discriminatedUnion('kind', [
    only({ kind: z.literal('break'), ...words, check, by: z.enum(PARTIES) }),
    only({
      ...{ kind: z.literal('fix'), ...words, ...attack, case: named('There is no case', null).optional(), preset },
      policy: policySchema(names).optional(),
    }).superRefine(made),
    only({
      ...{ kind: z.literal('assemble'), ...words, distractors: z.boolean() },
      until: named('This flow has no step', known?.steps ?? null).optional(),
    }),
  ])
  const option = only({
    id,
    text: line(MOST.sentence),
    claim: claimSchema(names?.checks ?? null),
    why: line(MOST.sentence, 0),
  })
  const question = only({
    id,
    kind: z.enum(Object.keys(PREDICTION_KINDS) as PredictionKind[]),
    text: line(MOST.sentence),
    options: z
      .array(option)
      .min(2, 'A question has two to four options.')
      .max(MOST.options, 'A question has two to four options.'),
  })
  const stop = only({
    step: named('This flow has no step', known?.steps ?? null),
    question: question.optional(),
    note: prose(MOST.prose, 1).optional(),
  })
  return only({
    id,
    title: line(MOST.title),
    summary: line(MOST.sentence, 0),
    flow: named('There is no flow', slugs(names?.flows)),
    options: z.record(z.string().max(MOST.name), z.string().max(MOST.name)).superRefine((chosen, context) => {
      for (const [name, value] of Object.entries(chosen)) {
        const problem = known && wrongOption(known.options, name, value)
        if (problem) context.addIssue({ code: 'custom', message: problem, path: [name] })
      }
    }),
    minutes: z.number().int().min(1).max(MOST.minutes),
    stops: z.array(stop).max(MOST.stops, `There are too many: at most ${MOST.stops}.`),
    tasks: z.array(task).max(MOST.tasks, `There are too many: at most ${MOST.tasks}.`),
    attack: only({
      ...{ ...attack, case: named('There is no case', null).optional(), preset, note: prose(MOST.prose, 1).optional() },
    })
      .superRefine(made)
      .optional(),
  }) as unknown as z.ZodType<LessonPlan>
}

function wrongOption(options: LessonNames['flows'][number]['options'], name: string, value: string): string | null {
  const option = options.find((one) => one.name === name)
  if (!option) {
    const all = options.map((one) => one.name)
    return `This flow has no option ${quote(name)}. ${suggestion(name, all)}`
  }
  if (option.values.includes(value)) return null
  return `The option ${name} cannot be ${quote(value)}. ${suggestion(value, option.values)}`
}

function madeAgainst(
  names: LessonNames,
  value: { attack: string; grant: string; case?: string | undefined },
  context: z.RefinementCtx,
): void {
  const attack = names.attacks.find(({ slug }) => slug === value.attack)
  if (!attack) return
  const grant = attack.grants.find(({ slug }) => slug === value.grant)
  const say = (message: string, path: string) => context.addIssue({ code: 'custom', message, path: [path] })
  if (!grant) {
    const others = attack.grants.map(({ slug }) => slug).join(', ')
    say(`The attack ${attack.slug} is not made against ${quote(value.grant)}. It is made against ${others}.`, 'grant')
  } else if (value.case !== undefined && !grant.cases.includes(value.case)) {
    say(`The attack ${attack.slug} has no case ${quote(value.case)}. ${suggestion(value.case, grant.cases)}`, 'case')
  }
}

const policySchema = (names: LessonNames | null) =>
  z
    .record(z.string().max(MOST.name), z.union([z.boolean(), z.number(), z.string().max(MOST.name)]))
    .superRefine((policy, context) => {
      for (const [name, value] of Object.entries(policy)) {
        const values = names ? (Object.hasOwn(names.switches, name) ? names.switches[name] : undefined) : null
        const say = (message: string) => context.addIssue({ code: 'custom', message, path: [name] })
        if (values === undefined) {
          say(`There is no switch ${quote(name)}. ${suggestion(name, Object.keys(names?.switches ?? {}))}`)
        } else if (values?.includes(value) === false) {
          say(`The switch ${name} cannot be ${quote(String(value))}. It takes ${values.join(', ')}.`)
        }
      }
    })
