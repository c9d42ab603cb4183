import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { logFailure } from '../log'
import { world } from '../world'
import { openRoomStore } from './open-store'
import { Rooms } from './rooms'
import { WrongCodes } from './wrong-codes'

interface ProcessRooms {
  rooms: Rooms
  wrongCodes: WrongCodes
}

/** Route handlers load separate copies of this module: the state is pinned here. */
const pinned = globalThis as typeof globalThis & { grantLabRooms?: Promise<ProcessRooms> }

/** The rooms of this process, opened with the first call. */
export function processRooms(): Promise<ProcessRooms> {
  pinned.grantLabRooms ??= open()
  pinned.grantLabRooms.catch(() => {
    delete pinned.grantLabRooms
  })
  return pinned.grantLabRooms
}

async function open(): Promise<ProcessRooms> {
  const { config } = world()
  const rooms = await Rooms.over({
    store: await openRoomStore(config),
    randomBytes: (length) => randomBytes(length),
    process: randomUUID(),
    maxRooms: config.maxRooms,
    logFailure,
  })
  return { rooms, wrongCodes: new WrongCodes(() => Date.now()) }
}
