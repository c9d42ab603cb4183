import { describe, expect, test } from 'vitest'
import { type AnyMachineSnapshot, createActor, initialTransition } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import { CITATIONS } from '@/lib/oauth/citations'
import { chartOf } from './chart'
import type { LoadedGrant } from './entry'
import { EXTRA_EVENTS } from './events'
import type { GrantInput } from './grant'
import { ARRIVAL_WORDS } from './labels'
import { isTag, type MoveMeta, PHASES } from './meta'
import { nextButton } from './next-label'
import { chosenOptions } from './options'
import { leavesOf, movesOf, pathOf } from './reading'
import { usualWay } from './simulate'

const INPUT: GrantInput = { account: { username: 'alice', password: 'wonderland' } }

/** Everything that can happen to a grant: the learner, the user, and every end of its one actor. */
const EVENTS = [
  { type: 'learner.next' },
  { type: 'user.signIn', ...INPUT.account },
  { type: 'user.approve', scopes: ['photos.read'] },
  { type: 'user.deny' },
  { type: 'user.typeCode', code: 'WDJB-MJHT' },
  ...Object.keys(EXTRA_EVENTS).map((type) => ({ type })),
  ...Object.keys(ARRIVAL_WORDS).map((arrival) => ({
    type: 'xstate.done.actor.exchange',
    actorId: 'exchange',
    output: { seq: 1, outcome: arrival === 'refusal' ? 'refused' : 'accepted', arrival },
  })),
]

/** What holds for every grant. A new grant's test file calls this first. */
export function standingTests(entry: LoadedGrant): void {
  const { machine, lesson, slug, summary } = entry
  const leaves = leavesOf(machine)
  const moves = movesOf(machine)
  const reached = () => reachableSnapshots(entry)

  describe(`standing tests of ${slug}`, () => {
    test('every state is reachable', () => {
      expect(leaves.map(({ path }) => path).filter((path) => !reached().has(path))).toEqual([])
    })

    test('every state carries tags and meta that fit each other', () => {
      for (const { path, meta, node } of leaves) {
        expect(node.tags.length, path).toBeGreaterThan(0)
        expect(
          node.tags.filter((tag) => !isTag(tag)),
          path,
        ).toEqual([])
        expect(node.tags.includes('busy'), path).toBe(meta.kind === 'move')
        expect(node.tags.includes('rest'), path).toBe(meta.kind === 'rest')
        if (meta.kind === 'rest') expect(meta.title, path).not.toBe('')
      }
    })

    test('every move cites registered clauses and belongs to a phase', () => {
      for (const meta of moves) {
        expect(unregistered(meta.cites), meta.step).toEqual([])
        expect(Object.keys(PHASES), meta.step).toContain(meta.phase)
        for (const child of meta.children ?? []) expect(unregistered(child.cites), child.step).toEqual([])
      }
    })

    test('every move names its actor and leads somewhere whatever arrives', () => {
      for (const { path, node } of leaves.filter(({ meta }) => meta.kind === 'move')) {
        expect(
          node.invoke.map(({ id }) => id),
          path,
        ).toEqual(['exchange'])
        const answers = node.transitions.get('xstate.done.actor.exchange') ?? []
        expect(answers.at(-1)?.guard, `${path} lets some arrivals go nowhere`).toBeUndefined()
      }
    })

    test('two moves made by one step say the same of themselves', () => {
      for (const { meta } of leaves) {
        if (meta.kind === 'move') expect(meta).toEqual(moves.find(({ step }) => step === meta.step))
      }
    })

    test('the lesson has words for every step, and for no other', () => {
      const steps = [...new Set(moves.flatMap(slugsOf))].toSorted()
      expect(Object.keys(lesson.steps).toSorted()).toEqual(steps)
      for (const step of steps) expect(step).toMatch(/^[a-z]+(-[a-z]+)*$/)
    })

    test('the lesson keeps to its limits', () => {
      for (const [step, words] of Object.entries(lesson.steps)) {
        expect(count(words.title), `title of ${step}`).toBeLessThanOrEqual(8)
        expect(count(words.caption), `caption of ${step}`).toBeLessThanOrEqual(45)
        expect(sentences(words.caption), `caption of ${step}`).toBeLessThanOrEqual(2)
        expect(words.why, `why of ${step}`).not.toBe('')
        expect(words.without, `without of ${step}`).not.toBe('')
        expect(words.cites.length, `cites of ${step}`).toBeGreaterThan(0)
        expect(unregistered(words.cites), `cites of ${step}`).toEqual([])
      }
      expect(sentences(summary)).toBe(1)
    })

    test('a snapshot survives JSON in every waiting state', () => {
      for (const [path, snapshot] of reached()) {
        if (!snapshot.hasTag('rest')) continue
        const kept = createActor(machine, { snapshot, input: INPUT }).getPersistedSnapshot()
        const restored = createActor(machine, {
          snapshot: JSON.parse(JSON.stringify(kept)),
          input: INPUT,
        }).getSnapshot()
        expect(pathOf(restored)).toBe(path)
        expect(restored.context).toEqual(snapshot.context)
        expect(JSON.stringify(snapshot.context)).toBe(JSON.stringify(structuredClone(snapshot.context)))
        expect(nextButton(machine, restored)).toEqual(nextButton(machine, snapshot))
      }
    })

    test('the Next button says what it does, the same every time', () => {
      for (const [path, snapshot] of reached()) {
        const button = nextButton(machine, snapshot)
        expect(button.label, path).toMatch(/^Next: \S/)
        expect(nextButton(machine, snapshot), path).toEqual(button)
      }
    })

    test('pressing Next from the beginning reaches what the grant is for', () => {
      const way = usualWay(machine, initialTransition(machine, INPUT)[0])
      expect(way.length).toBeGreaterThan(0)
      expect(way.length).toBeLessThan(20)
      const done = [...reached().values()].filter((snapshot) => snapshot.hasTag('done'))
      expect(done.length).toBeGreaterThan(0)
      for (const snapshot of done) expect(usualWay(machine, snapshot)).toEqual([])
    })

    test('the chart draws every state and ends no arrow in the void', () => {
      for (const [path, snapshot] of reached()) {
        const { states } = chartOf(machine, snapshot, [])
        expect(states.filter(({ current }) => current).map((state) => state.path)).toEqual([path])
        const paths = states.map((state) => state.path)
        for (const { target } of states.flatMap(({ transitions }) => transitions)) expect(paths).toContain(target)
      }
    })

    test('every combination of options makes a lab, and an unknown value is the default', () => {
      const defaults = chosenOptions(entry.options, {})
      expect(entry.lab()).toEqual(entry.lab(defaults))
      for (const option of entry.options) {
        expect(entry.lab({ [option.name]: 'no-such-value' })).toEqual(entry.lab(defaults))
        for (const { value, policy } of option.choices) {
          expect(entry.lab({ [option.name]: value }).policy).toMatchObject(policy)
        }
      }
    })
  })
}

/** One snapshot for every state that can be reached, by its path. */
function reachableSnapshots({ machine }: LoadedGrant): Map<string, AnyMachineSnapshot> {
  const paths = getShortestPaths(machine, {
    input: INPUT,
    events: EVENTS,
    serializeState: (snapshot) => pathOf(snapshot),
  })
  return new Map(paths.map(({ state }) => [pathOf(state), state]))
}

function slugsOf({ step, answer, answers = {}, children = [] }: MoveMeta): string[] {
  return [step, answer, ...Object.values(answers), ...children.flatMap((child) => [child.step, child.answer])]
}

function unregistered(cites: readonly string[]): string[] {
  return cites.filter((id) => !Object.hasOwn(CITATIONS, id))
}

function count(text: string): number {
  return text.split(/\s+/).length
}

function sentences(text: string): number {
  return text.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length
}
