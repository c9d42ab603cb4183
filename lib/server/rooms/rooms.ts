import 'server-only'
import { LabRefusal } from '@/lib/lab/refusal'
import { newRoomCode } from '@/lib/room/code'
import { mergeRecord, partSince, type RunRecord, recordedIn } from '@/lib/room/record'
import { isNewer, type RoomState, type Stamp } from '@/lib/room/state'
import type { Wish } from '@/lib/room/wish'
import { eventOf, type Follower } from './follower'
import { Hall } from './hall'
import { clickerKeyOf, isClickerKey, isPresenterKey, keptOf } from './room-keys'
import type { Announcement, RoomHost, StoredRoom } from './store'

/** A room is forgotten when its presenter has shown nothing new for so long, in milliseconds. */
const LIFETIME = 3 * 3_600_000
/** The same for a room in which nothing was shown yet. */
const EMPTY_LIFETIME = 600_000
/** Characters of a run's record. */
const RECORD_LIMIT = 4_000_000

const NO_CLICKER = 'This clicker does not belong to an open room. Scan the code in the console again.'
const NO_ROOM = 'There is no room with this code. Check the letters, or ask whether the room is still open.'

/** The rooms this process knows of, over a store that all processes may share. */
export class Rooms {
  readonly #host: RoomHost
  readonly #hall: Hall
  readonly #known = new Map<string, StoredRoom>()
  readonly #turns = new Map<string, Promise<unknown>>()
  readonly #loading = new Map<string, Promise<StoredRoom | null>>()

  private constructor(host: RoomHost) {
    this.#host = host
    this.#hall = new Hall(host, (code) => this.#known.get(code)?.state ?? null)
  }

  static async over(host: RoomHost): Promise<Rooms> {
    const rooms = new Rooms(host)
    await host.store.listen((announcement) => {
      rooms.#heard(announcement).catch((error) => host.logFailure('rooms', error))
    })
    return rooms
  }

  async open(state: RoomState): Promise<{ code: string; key: string }> {
    const { store, randomBytes, maxRooms } = this.#host
    if ((await store.count()) >= maxRooms) {
      throw new LabRefusal(503, 'All rooms are taken. Close one that is not needed, or try again later.', {
        retryAfter: 300,
      })
    }
    let code = newRoomCode(randomBytes)
    while (await store.load(code)) code = newRoomCode(randomBytes)
    const key = Buffer.from(randomBytes(24)).toString('base64url')
    const room = { keyHash: keptOf(key), state: { ...state, room: code }, record: null }
    await this.#keep(code, room, null, EMPTY_LIFETIME)
    return { code, key }
  }

  /** What is shown in a room. @throws LabRefusal 404 */
  async look(code: string, load = this.#load): Promise<StoredRoom> {
    // Only a room somebody here follows is kept up to date by announcements; others are asked for.
    const room = (this.#hall.has(code) ? this.#known.get(code) : null) ?? (await load(code))
    if (!room) throw new LabRefusal(404, NO_ROOM)
    return room
  }

  /** The presenter shows something new. An older state changes nothing; the latest one's stamp is answered. */
  tell(code: string, key: string | null, state: RoomState, part: RunRecord | null): Promise<Stamp> {
    return this.#inTurn(code, async () => {
      const room = await this.#presented(code, key)
      if (isNewer(room.state, state)) return room.state
      const record = part ? mergeRecord(room.record, part) : room.record
      if (part && JSON.stringify(record).length > RECORD_LIMIT) {
        throw new LabRefusal(413, 'The run has become too long for a room. Restart it: students follow the new one.')
      }
      await this.#keep(code, { ...room, state, record }, part && record)
      this.#show(code, state, part)
      await this.#announce(code, 'state')
      return state
    })
  }

  async close(code: string, key: string | null): Promise<void> {
    await this.#presented(code, key)
    await this.#host.store.remove(code)
    this.#end(code)
    await this.#announce(code, 'end')
  }

  /** The key for the presenter's phone. @throws LabRefusal 404 without the presenter's */
  async clickerKey(code: string, key: string | null): Promise<string> {
    await this.#presented(code, key)
    return clickerKeyOf(key ?? '')
  }

  /** A clicker asks for something: whichever window drives, through whichever process, hears it. */
  async wish(code: string, clickerKey: string | null, wish: Wish): Promise<void> {
    const { keyHash } = await this.look(code)
    if (!isClickerKey(clickerKey, keyHash)) throw new LabRefusal(404, NO_CLICKER)
    await this.#host.store.announce({ code, news: 'wish', wish, from: this.#host.process })
  }

  /** Lets somebody follow: one snapshot, then what is new. Answers how to leave. */
  async follow(code: string, follower: Follower): Promise<() => void> {
    // Seated first, so that nothing shown while the room is being looked up is missed.
    const rise = this.#hall.enter(code, follower)
    const leave = () => {
      rise()
      if (!this.#hall.has(code)) this.#known.delete(code)
    }
    try {
      const room = await this.look(code)
      const latest = this.#known.get(code)
      const shown = latest && isNewer(latest.state, room.state) ? latest : room
      this.#known.set(code, shown)
      follower.send(eventOf('room', { state: shown.state, part: shown.record }))
      return leave
    } catch (error) {
      leave()
      throw error
    }
  }

  async vote(code: string, vote: { question: string; voter: string; option: string }): Promise<void> {
    const { question } = (await this.look(code)).state
    if (question?.id !== vote.question || question.answer) {
      throw new LabRefusal(409, 'This question is closed. Votes count while it is open.')
    }
    if (!question.options.some(({ id }) => id === vote.option)) {
      throw new LabRefusal(400, `option takes one of ${question.options.map(({ id }) => id).join(', ')}.`)
    }
    await this.#host.store.vote(code, vote.question, vote.voter, vote.option)
    await this.#announce(code, 'crowd')
  }

  async stop(): Promise<void> {
    this.#hall.stop()
    await this.#host.store.close()
  }

  async #heard(announcement: Announcement): Promise<void> {
    const { code, news, from } = announcement
    if (news === 'crowd') return this.#hall.crowdChanged(code)
    if (news === 'wish') return this.#hall.sendToPresenter(code, eventOf('wish', announcement.wish))
    if (from === this.#host.process || !this.#hall.has(code)) return
    if (news === 'end') return this.#end(code)
    const room = await this.#host.store.load(code)
    const known = this.#known.get(code)
    if (!room || (known && isNewer(known.state, room.state))) return
    this.#known.set(code, room)
    const part = room.record && partSince(known?.record ?? null, room.record)
    const nothingNew = known && !isNewer(room.state, known.state) && (!part || recordedIn(part) === 0)
    if (nothingNew) return
    this.#show(code, room.state, part)
  }

  #show(code: string, state: RoomState, part: RunRecord | null): void {
    this.#hall.send(code, eventOf('room', { state, part }))
    if (state.question) this.#hall.crowdChanged(code)
  }

  async #presented(code: string, key: string | null): Promise<StoredRoom> {
    // Not shared with others' looks: what is merged must not be older than the last merge.
    const room = await this.look(code, (one) => this.#host.store.load(one))
    // Without the key it is as if there were no such room to present in.
    if (!isPresenterKey(key, room.keyHash)) throw new LabRefusal(404, NO_ROOM)
    return room
  }

  /** A class that joins at once is one look into the store. */
  readonly #load = (code: string): Promise<StoredRoom | null> => {
    const under = this.#loading.get(code)
    if (under) return under
    const loading = this.#host.store.load(code).finally(() => this.#loading.delete(code))
    this.#loading.set(code, loading)
    return loading
  }

  async #keep(code: string, room: StoredRoom, record: RunRecord | null, lifetime = LIFETIME): Promise<void> {
    await this.#host.store.save(code, room, record, lifetime)
    if (this.#hall.has(code)) this.#known.set(code, room)
  }

  #end(code: string): void {
    this.#hall.send(code, eventOf('end', {}))
    this.#hall.empty(code)
    this.#known.delete(code)
  }

  #announce(code: string, news: 'state' | 'crowd' | 'end'): Promise<void> {
    return this.#host.store.announce({ code, news, from: this.#host.process })
  }

  /** Two parts of a record that come at once are put together one after the other. */
  async #inTurn<Answer>(code: string, work: () => Promise<Answer>): Promise<Answer> {
    const before = this.#turns.get(code) ?? Promise.resolve()
    const turn = before.catch(() => {}).then(work)
    this.#turns.set(code, turn)
    try {
      return await turn
    } finally {
      if (this.#turns.get(code) === turn) this.#turns.delete(code)
    }
  }
}
