import { beforeAll, describe, expect, test } from 'vitest'
import { runFix } from '@/lib/attack-matrix/fix'
import { type MatrixHost, matrixHost } from '@/lib/attack-matrix/host'
import { findPlan } from '@/lib/attacks'
import { PRESETS } from '@/lib/oauth/policy'
import { originsOf } from '@/lib/server/origins'
import { tasksOfKind } from '@/lib/testing/plan-tasks'
import type { FixTask } from '../lesson-plan'
import { gradeFix, type Switches } from './fix'

/** The fewest switches that do it, and some that do not. */
const WAYS: Record<string, { closing: Switches; wrong: Switches }> = {
  'authorization-code': { closing: { usePkce: true }, wrong: { pkce: 'required' } },
  'authorization-code-browser': {
    closing: { redirectMatching: 'exact' },
    wrong: { clientAuthenticationRequired: true },
  },
  implicit: { closing: { accessTokenLogin: false }, wrong: { implicit: false } },
  refresh: {
    closing: { rotateRefreshTokens: true, revokeOnRefreshReuse: true },
    wrong: { rotateRefreshTokens: true },
  },
  password: { closing: { capScope: true }, wrong: { passwordGrant: false } },
  'openid-connect': { closing: { checkIdToken: true }, wrong: { useNonce: true } },
  'client-credentials': { closing: { distinguishSubjects: true }, wrong: { openRegistration: true } },
  'token-exchange': { closing: { tokenExchange: 'allow-list' }, wrong: { capScope: true } },
  'jwt-bearer': { closing: { assertionChecks: 'strict' }, wrong: { assertionChecks: 'lax' } },
  device: { closing: { confirmUserCode: true }, wrong: { confirmUserCode: false } },
  'par-dpop': { closing: { pushedRequestOnce: true }, wrong: { pushedRequestOnce: false } },
}

let host: MatrixHost
beforeAll(async () => {
  host = await matrixHost('tasks', (id) => originsOf({ appOrigin: 'http://localhost:3000', parties: 'ports' }, id))
})

function run({ attack, grant, case: one, preset: wanted, policy = {} }: Omit<FixTask, 'id'>, chosen: Switches) {
  const plan = findPlan({ attack, grant, case: one }) ?? expect.fail(attack)
  const preset = PRESETS.find((known) => known === wanted) ?? expect.fail(wanted)
  return runFix({ plan, preset, policy, chosen }, host)
}

describe.each(tasksOfKind('fix'))('%s: fix it', (flow, task) => {
  const { closing, wrong } = WAYS[flow] ?? expect.fail(`Nobody has solved the task of ${flow}.`)

  test('the attack succeeds to begin with, and the honest flow works', async () => {
    const begun = await run(task, {})
    expect(begun).toMatchObject({ attack: { succeeded: true }, honest: { works: true }, changed: [] })
    expect(gradeFix(begun).sentence).toBe('All switches are as they were, and the attack succeeds.')
  })

  test('the learner sees it done with the closing switches, none of which is idle', async () => {
    const closed = await run(task, closing)
    expect(gradeFix(closed)).toMatchObject({ done: true })
    expect(closed).toMatchObject({ changed: Object.keys(closing), idle: [] })
  })

  test('the learner sees it not done with others', async () => {
    expect(gradeFix(await run(task, wrong))).toMatchObject({ done: false })
  })
})

test('the learner sees that the honest flow no longer works, and which check refuses it', async () => {
  const [, task] = tasksOfKind('fix').find(([flow]) => flow === 'authorization-code') ?? expect.fail()
  expect(gradeFix(await run(task, { pkce: 'required' })).sentence).toBe(
    'The attack is stopped by pkce-challenge-present, but the honest flow no longer works: pkce-challenge-present refuses it.',
  )
})

test('a switch that the honest flow needs is not idle, even where the attack would be stopped without it', async () => {
  const [, task] = tasksOfKind('fix').find(([flow]) => flow === 'authorization-code') ?? expect.fail()
  expect((await run(task, { usePkce: true, pkce: 'required' })).idle).toEqual(['pkce'])
})

test('the learner sees which of the switches made no difference', async () => {
  const [, task] = tasksOfKind('fix').find(([flow]) => flow === 'token-exchange') ?? expect.fail()
  const both = await run(task, { tokenExchange: 'allow-list', capScope: true })
  expect(both.idle).toEqual(['capScope'])
  expect(gradeFix(both).sentence).toMatch(/ capScope made no difference: it works without, too\.$/)
})

test('where either of two switches would do, the learner is told that each could be left', async () => {
  const [, task] = tasksOfKind('fix').find(([flow]) => flow === 'client-credentials') ?? expect.fail()
  const both = await run(task, { clientChosenIds: false, distinguishSubjects: true })
  expect(gradeFix(both)).toMatchObject({ done: true })
  expect(gradeFix(both).sentence).toMatch(
    / Each of clientChosenIds and distinguishSubjects, by itself, could be left as it was\.$/,
  )
})
