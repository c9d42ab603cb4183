import { expect, test } from 'vitest'
import { createActor } from 'xstate'
import { authorizationCodeMachine } from '../grants/authorization-code.machine'
import { lost } from './generic-lessons'
import { nextButton } from './next-label'
import { partyNames } from './party-names'
import { ALICE, rehearse, scripted } from './rehearsal'

test('the client of a flow is called by the name the flow’s entry decides', () => {
  expect(partyNames('living-room-tv').client).toEqual({ name: 'Living room TV', short: 'TV', role: 'Client' })
  expect(partyNames('photo-editor').client.name).toBe('Photo app')
})

test('the Next button speaks of the flow’s own client', async () => {
  const run = rehearse(
    authorizationCodeMachine,
    scripted(() => ({ arrival: 'redirect-to-server' })),
  )
  await run.press()
  expect(nextButton(run.machine, run.snapshot(), partyNames('photo-gallery')).label).toBe(
    'Next: deliver POST /message to gallery',
  )
  expect(
    nextButton(authorizationCodeMachine, createActor(authorizationCodeMachine, { input: ALICE }).getSnapshot()),
  ).toMatchObject({ label: 'Next: Alice opens the app' })
})

test('so do the words made from messages', async () => {
  const run = rehearse(
    authorizationCodeMachine,
    scripted(() => ({ arrival: 'redirect-to-server' })),
  )
  await run.move()
  const [exchange] = run.exchanges()
  if (!exchange) throw new Error('Nothing was recorded.')
  expect(lost({ ...exchange, to: 'client' }, partyNames('nightly-backup')).caption).toMatch(
    /^The backup job never saw /,
  )
})
