import { ATTACKER_MOVES } from './attacker'
import { BROWSER_MOVES } from './browser'
import { CLIENT_MOVES } from './client'
import { COPIED_MOVES } from './copied'
import { LURED_MOVES } from './lured'
import { DEVICE_MOVES } from './lured-devices'
import { FRAME_MOVES } from './lured-frames'
import { MALLORY_MOVES } from './mallory'
import type { Move } from './move'
import { PAGE_MOVES } from './page'
import { SEND_AGAIN } from './send-again'
import { STORAGE_LAB_MOVES } from './storage-lab'
import { THIEF_MOVES } from './thief'

/** Every move a machine can ask for, by id. */
export const MOVES: Readonly<Record<string, Move>> = {
  ...BROWSER_MOVES,
  ...CLIENT_MOVES,
  ...PAGE_MOVES,
  ...ATTACKER_MOVES,
  ...THIEF_MOVES,
  ...COPIED_MOVES,
  ...LURED_MOVES,
  ...STORAGE_LAB_MOVES,
  ...FRAME_MOVES,
  ...DEVICE_MOVES,
  ...MALLORY_MOVES,
  'send-again': SEND_AGAIN,
}
