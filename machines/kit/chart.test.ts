import { expect, test } from 'vitest'
import { authorizationCodeMachine } from '../grants/authorization-code.machine'
import { chartOf } from './chart'
import { extraEvents, pathOf } from './reading'
import { rehearse, scripted } from './rehearsal'

const run = rehearse(
  authorizationCodeMachine,
  scripted(({ step }) => ({ arrival: step === 'open-app' ? 'redirect-to-server' : 'login-page' })),
)

test('the chart shows where the run is, where it was, and what is possible now', async () => {
  const visited = [pathOf(run.snapshot())]
  await run.press()
  visited.push(pathOf(run.snapshot()))
  await run.press()
  await run.move()
  const { id, states } = chartOf(authorizationCodeMachine, run.snapshot(), visited)
  const state = (path: string) => states.find((candidate) => candidate.path === path)
  expect(id).toBe('authorization-code')
  expect(state('beforeStart')).toMatchObject({ kind: 'rest', visited: true, current: false })
  expect(state('openingApp')).toMatchObject({ kind: 'move', title: 'open-app', visited: true })
  expect(state('holdingTokens')?.visited).toBe(false)
  expect(state('atLoginPage')).toMatchObject({
    title: 'Alice sees the login page',
    current: true,
    tags: ['rest', 'user-acts'],
    transitions: [
      { event: 'user.signIn', guard: null, target: 'signingIn', possible: true },
      { event: 'learner.next', guard: null, target: 'signingIn', possible: true },
    ],
  })
  expect(state('signingIn')?.transitions).toEqual([
    { event: 'answer', guard: 'redirect-to-server', target: 'signedIn', possible: false },
    { event: 'answer', guard: 'login-page', target: 'atLoginPage', possible: false },
    { event: 'answer', guard: 'nothing', target: 'atLoginPage', possible: false },
    { event: 'answer', guard: null, target: 'stoppedAtServer', possible: false },
  ])
  expect(states.flatMap(({ transitions }) => transitions).filter(({ possible }) => possible)).toHaveLength(2)
  expect(extraEvents(run.snapshot())).toEqual([])
})
