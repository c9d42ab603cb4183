import type { Recording } from '@/lib/export/recording'
import type { DeviceScreen, LabInformation } from '@/lib/lab/contract'
import type { StolenDump, StolenStore } from '@/lib/lab/dump/report'
import type { Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Party } from '@/lib/oauth/parties'
import type { Screen } from '@/lib/user-agent/screen'
import type { Place } from '@/lib/wire/place'
import type { PlacesAt } from '@/lib/wire/story'
import type { Chart } from '@/machines/kit/chart'
import type { Account } from '@/machines/kit/grant'
import type { PartyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'
import type { Spot } from './link'

/** Everything the player's components draw. Computed; a component never asks a server or a machine itself. */
export interface PlayerView {
  /** Slug of the flow: `authorization-code`. */
  flow: string
  /** The lesson's title: `Authorization code`. */
  title: string
  summary: string
  /** The page about it, when it is no flow of the catalogue; such a run cannot be presented. */
  home?: { about: string; label: string }
  /** What everybody is called in this flow. */
  parties: PartyNames
  /** Who takes part and so has a lane, in their fixed order. */
  lanes: readonly Party[]
  lab: LabInformation
  /** What happened, then what usually comes (`state: 'planned'`). */
  steps: readonly Step[]
  /** How many of `steps` have happened: the head. A request on the wire counts. */
  head: number
  /** The step looked at, by number; 0 is before the first. Always at most `head`. */
  cursor: number
  /** The step at the cursor. */
  current: Step | null
  /** At the end of the branch that the servers stand in: Next executes. */
  live: boolean
  acting: Acting
  /** The run's lines of messages: one, until somebody acted on an earlier step. None where nobody can. */
  branches: readonly BranchView[]
  /** The message at the cursor lies on the wire, now or as soon as somebody acts here: it can be changed or dropped. */
  onTheWire: boolean
  /** Somebody else's run: it can be looked at, and nothing can be done in it. Left out for one's own. */
  readOnly?: boolean
  /** The run was read from a file; `forking` while it is being played again. Left out for a live one. */
  recorded?: { forking: boolean }
  /** Set in a lesson: what comes is not in `steps` then, and less is shown at once. */
  lesson?: LessonView
  /** Where the presenter of this run stands, for those who follow; left out where nobody presents. */
  presenter?: { at: number; followed: boolean }
  next: {
    /** Accessible name; begins with `Next`: `Next: app → auth server, POST /token`. */
    label: string
    enabled: boolean
    /** Whom we wait for, while a step is being executed. */
    waitingFor: string | null
  }
  /** What is stored where as of the cursor, and as of the step before. */
  places: readonly Place[]
  placesBefore: readonly Place[]
  /** Secrets that were there before the first message, and what was stored where at every moment of the run. */
  castSecrets: readonly SecretReport[]
  timeline: readonly PlacesAt[]
  /** What changed the places last, when it was no message: the clock was advanced, or the stores were swept. */
  after: Moment['after'] | null
  /** What Alice's browser shows as of the cursor; null before the first page. */
  screen: Screen | null
  /** What devices show beside it, such as a television. */
  devices: readonly DeviceScreen[]
  /** Whom the learner acts as: what her login form is filled in with. */
  account: Account
  /** Alice can act now: the run is live and waits for the user. */
  userActs: boolean
  chart: Chart
  /** Events the learner may send now, beyond Next, by name: `learner.refresh`, `learner.revoke`. */
  events: readonly { type: string; label: string }[]
  /** The app itself failed (never a protocol refusal). */
  failure: string | null
  /** Options of this run, as in the URL (`pkce=off`), and what they may be. */
  options: readonly RunOption[]
}

export interface LessonView {
  /** How many steps usually come after `steps`, and how many questions stand before them. */
  ahead: number
  questionsAhead: number
  /** What came of the questions so far, by the number of the step they were about. */
  asked: ReadonlyMap<number, 'right' | 'missed' | 'skipped'>
}

/**
 * What comes of acting at the step looked at: it happens `here`; the servers go back to the branch's end first
 * (`go-live`) or to this step, on a new branch (`fork`). Null: nobody can act here.
 */
export type Acting = 'here' | 'go-live' | 'fork' | null

export interface BranchView {
  id: number
  /** `First run`, `7b: no code_verifier`. */
  name: string
  /** Number of the step at which it left another one; null for the first. */
  step: number | null
  /** The servers stand in it. */
  live: boolean
  /** It is the one looked at. */
  shown: boolean
}

export interface RunOption {
  name: string
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
}

export interface PlayerActions {
  next(): void
  back(): void
  jumpToLive(): void
  /** Puts the servers to the step looked at: on a new branch, or, at a branch's end, on that branch. */
  goHere(): void
  showBranch(id: number): void
  /** A new run in a fresh lab. */
  restart(): void
  goTo(number: number): void
  nextPhase(): void
  previousPhase(): void
  /** Submits a form of Alice's screen. */
  submit(form: string, values: Record<string, string | string[]>): void
  /** Sends a machine event such as `learner.refresh`. */
  send(type: string): void
  /** Delivers the message that lies on the wire, changed. */
  deliverEdited(request: HttpRequest): void
  /** Lets the message on the wire fall. */
  drop(): void
  /** Sends a delivered message once more (edited or not). */
  sendAgain(seq: number, request: HttpRequest): void
  /** 0 seconds: only looks at what is stored now. */
  advanceClock(seconds: number): void
  /** Deletes the rows that have expired. */
  sweep(): void
  /** What a thief of a party's rows could use; the lab stays as it is. Throws an error with a sentence to show. */
  stealDump(store: StolenStore): Promise<StolenDump>
  /** Begins a new run. @param looking what is open now, and stays so */
  setOption(name: string, value: string, looking: Pick<Spot, 'tab' | 'view'>): void
  retry(): void
  /** The address of a spot in this run; left out where the flow of that name has it. */
  link?(spot: Spot): string
  /** The whole run as recorded, for files; left out where there is none to save. */
  record?(): Recording
  /** Plays a recorded run again in a fresh lab, as far as the step looked at; left out for a live one. */
  forkLive?(): void
}
