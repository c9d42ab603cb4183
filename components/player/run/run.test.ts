import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { stubLabFetch, stubSessionStorage } from '@/lib/testing/lab-fetch'
import { seededRandom } from '@/lib/testing/seeded-random'
import { loadedGrant } from '@/machines/every-grant'
import { waits } from '@/machines/kit/reading'
import { actionsOf } from './actions'
import { Run } from './run'
import { viewOf } from './view'

const entry = loadedGrant('authorization-code')
const MEMORY = { tokens: 'memory', sessions: 'memory' }

beforeAll(() => {
  stubLabFetch()
  stubSessionStorage()
})
afterAll(() => {
  vi.unstubAllGlobals()
})

/** The player's buttons on a run, without a screen. */
function playerOf(run: Run) {
  onTestFinished(() => run.discard())
  const view = () => viewOf(run, run.state())
  const actions = actionsOf(run, view, { restart: () => {}, setOption: () => {} })
  const quiet = () => vi.waitFor(() => expect(rests(run)).toBe(true), { interval: 1, timeout: 10_000 })
  return {
    run,
    view,
    actions,
    async press(work: () => void = actions.next) {
      work()
      await quiet()
    },
    async stepTo(id: string) {
      for (let press = 0; press < 60 && view().current?.id !== id; press += 1) await this.press()
      expect(view().current?.id).toBe(id)
    },
    goToStep(id: string) {
      actions.goTo(view().steps.find((step) => step.id === id)?.number ?? 0)
    },
  }
}

const rests = (run: Run) => {
  const { branching, machine } = run.state()
  return branching !== undefined && !branching.moving && (branching.shown !== branching.live || waits(machine))
}

const begun = async () => playerOf(await Run.begin(entry as NonNullable<typeof entry>, MEMORY))
type Player = Awaited<ReturnType<typeof begun>>

/** What somebody sees of a branch at a step, whichever branch is live meanwhile. */
function seen({ view }: Player): string {
  const { steps, cursor, head, current, places, screen, devices } = view()
  return JSON.stringify({ steps: steps.slice(0, head), cursor, current, places, screen, devices })
}

const recordOf = ({ run }: Player, id: number) => {
  const found = run.state().branching?.branches.find((branch) => branch.id === id)
  return JSON.stringify({
    exchanges: found?.exchanges,
    timeline: found?.timeline,
    marks: found?.marks,
    end: found?.head,
  })
}

function withoutVerifier({ view }: Player) {
  const request = view().current?.exchange?.request
  if (!request) throw new Error('The token request is not looked at.')
  return { ...request, body: request.body?.replace(/&?code_verifier=[^&]+/, '') ?? null }
}

const names = ({ view }: Player) => view().branches.map(({ name }) => name)

test('an edit at an earlier request begins a branch, named after it; the first branch stays and can go on', async () => {
  const player = await begun()
  const { actions, view } = player
  await player.stepTo('photos-shown')
  const before = { record: recordOf(player, 1), seen: seen(player) }

  player.goToStep('token-request')
  expect(view()).toMatchObject({ live: false, acting: 'fork', onTheWire: true })
  await player.press(() => actions.deliverEdited(withoutVerifier(player)))
  expect(view().current).toMatchObject({ label: '400 invalid_grant', outcome: 'refused' })
  expect(names(player)).toEqual(['First run', '13b: no code_verifier'])
  expect(view().live).toBe(true)
  expect(recordOf(player, 1)).toBe(before.record)

  actions.showBranch(1)
  expect(view()).toMatchObject({ live: false, acting: 'go-live' })
  expect(seen(player)).toBe(before.seen)
  await player.press(actions.goHere)
  expect(view().live).toBe(true)
  expect(view().branches.map(({ live }) => live)).toEqual([true, false])
  await player.press(() => actions.send('learner.refresh'))
  await player.press()
  expect(view().current).toMatchObject({ id: 'refresh-response', outcome: 'accepted' })
})

test('Next at the end of another branch goes on with that branch', async () => {
  const player = await begun()
  const { actions, view } = player
  await player.stepTo('callback-answer')
  player.goToStep('consent-page')
  expect(view()).toMatchObject({ userActs: true, acting: 'fork' })
  await player.press(() => actions.submit('consent', { scope: ['photos.read'], decision: 'deny' }))
  await player.press()
  expect(view().current?.id).toBe('authorization-error')
  expect(names(player)[1]).toMatch(/^8b: /)
  actions.showBranch(1)
  expect(view().next.label).toContain('POST /token')
  await player.press()
  expect(view()).toMatchObject({ live: true, current: { id: 'token-request' } })
})

test('a message dropped, sent again or answered after an advanced clock: each begins a branch of its own', async () => {
  const player = await begun()
  const { actions, view } = player
  await player.stepTo('photos-shown')
  player.goToStep('token-request')
  await player.press(actions.drop)
  actions.showBranch(1)
  player.goToStep('token-response')
  const { seq = 0, request } = view().current?.exchange ?? {}
  if (request) await player.press(() => actions.sendAgain(seq, request))
  await vi.waitFor(() => expect(view().head).toBe(16))
  actions.showBranch(1)
  player.goToStep('callback-answer')
  await player.press(() => actions.advanceClock(300))
  await vi.waitFor(() => expect(view().lab.clock.advanced).toBe(300_000))
  await player.press()
  await player.press()
  expect(names(player)).toEqual([
    'First run',
    '13b: POST /token dropped',
    '14b: POST /token again',
    '12b: 400 invalid_grant',
  ])
})

test('a reload finds every branch, and goes on with the live one', async () => {
  const player = await begun()
  await player.stepTo('photos-shown')
  player.goToStep('token-request')
  await player.press(() => player.actions.deliverEdited(withoutVerifier(player)))
  player.run.stop()

  const run = await Run.resume(entry as NonNullable<typeof entry>, MEMORY)
  if (!run) throw new Error('The run was forgotten.')
  const again = playerOf(run)
  expect(names(again)).toEqual(names(player))
  expect(seen(again)).toBe(seen(player))
  again.actions.showBranch(1)
  again.goToStep('callback')
  await again.press(again.actions.drop)
  expect(names(again)).toEqual(['First run', '13b: no code_verifier', '11b: GET /callback dropped'])
})

test('an answer cut off as the page was reloaded is found on record: nothing is sent twice, and no failure stays', async () => {
  const player = await begun()
  await player.stepTo('token-request')
  const whole = globalThis.fetch
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const answer = await whole(path, init)
    return path.endsWith('/deliver') ? new Response('{"seq":', { status: answer.status }) : answer
  })
  onTestFinished(() => void vi.stubGlobal('fetch', whole))
  await player.press()
  expect(player.view().failure).toContain('cannot be reached')
  vi.stubGlobal('fetch', whole)
  player.run.stop()

  const run = await Run.resume(entry as NonNullable<typeof entry>, MEMORY)
  if (!run) throw new Error('The run was forgotten.')
  const again = playerOf(run)
  await vi.waitFor(() => expect(again.view().current?.id).toBe('token-response'), { interval: 1 })
  expect(again.view().failure).toBeNull()
  expect(run.state().exchanges.filter(({ step }) => step === 'token-request')).toHaveLength(1)
  await again.stepTo('photos-shown')
})

test('a hundred random jumps: at every step of every branch one sees what one saw there', async () => {
  const player = await begun()
  const { actions, view } = player
  await player.stepTo('photos-shown')
  const random = seededRandom('a hundred jumps')
  const pick = (count: number) => (random(1)[0] ?? 0) % count
  const known = new Map<string, string>()
  for (let jump = 0; jump < 100; jump += 1) {
    const { branches } = view()
    const branch = branches[pick(branches.length)]?.id ?? 1
    actions.showBranch(branch)
    actions.goTo(pick(view().head + 1))
    const place = `${branch} ${view().cursor}`
    if (known.has(place)) expect(seen(player), place).toBe(known.get(place))
    known.set(place, seen(player))
    if (jump % 10 === 9 && view().acting === 'fork') {
      const records = branches.map(({ id }) => recordOf(player, id))
      await player.press(view().onTheWire ? actions.drop : actions.goHere)
      expect(branches.map(({ id }) => recordOf(player, id))).toEqual(records)
    }
  }
  expect(view().branches.length).toBeGreaterThan(5)
})

test('a run that is to be remembered by nothing leaves nothing in the tab', async () => {
  const before = Object.keys(sessionStorage)
  const { run, press } = playerOf(await Run.begin(entry, MEMORY, null))
  await press()
  await press()
  run.keep()
  expect(Object.keys(sessionStorage)).toEqual(before)
  expect(run.state().exchanges.length).toBeGreaterThan(0)
})
