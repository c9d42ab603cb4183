// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PlayerProvider } from '@/components/player/player-context'
import type { PlayerActions, PlayerView } from '@/components/player/player-view'
import type { Tab } from '@/components/player/viewer'
import { SECRETS } from '@/components/testing/sample-exchanges'
import { sampleView } from '@/components/testing/sample-view'
import { Inspector, preloadPanels } from './inspector'

const fakeActions = () =>
  ({
    next: vi.fn(),
    back: vi.fn(),
    jumpToLive: vi.fn(),
    restart: vi.fn(),
    goTo: vi.fn(),
    nextPhase: vi.fn(),
    previousPhase: vi.fn(),
    submit: vi.fn(),
    send: vi.fn(),
    deliverEdited: vi.fn<PlayerActions['deliverEdited']>(),
    drop: vi.fn(),
    goHere: vi.fn(),
    showBranch: vi.fn(),
    sendAgain: vi.fn(),
    advanceClock: vi.fn(),
    sweep: vi.fn(),
    stealDump: vi.fn<PlayerActions['stealDump']>(),
    setOption: vi.fn(),
    retry: vi.fn(),
  }) satisfies PlayerActions

let actions: ReturnType<typeof fakeActions>

beforeAll(preloadPanels)
beforeEach(() => {
  actions = fakeActions()
})
afterEach(cleanup)

function show(view: PlayerView, tab: Tab = 'message') {
  const element = (now: PlayerView) => (
    <PlayerProvider view={now} actions={actions} initial={{ tab }}>
      <Inspector />
    </PlayerProvider>
  )
  const { rerender } = render(element(view))
  return { show: (now: PlayerView) => rerender(element(now)) }
}

const button = (name: string | RegExp) =>
  screen.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
const press = (name: string | RegExp) => fireEvent.click(button(name))
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const sent = () => actions.deliverEdited.mock.calls[0]?.[0]

it('has the five tabs, and shows one', () => {
  show(sampleView())
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
    'Message',
    'Checks',
    'Tokens & storage',
    'Exposure',
    'Machine',
  ])
  expect(screen.getAllByRole('tabpanel')).toHaveLength(1)
})

describe('Message', () => {
  it('says where a value was made and who checked it', () => {
    show(sampleView({ head: 14 }))
    press('Request')
    const row = screen.getByRole('row', { name: /^code Spl/ })
    expect(row.textContent).toContain('made at step 10 by Auth server')
    expect(row.textContent).toContain('checked at step 14 by Auth server')
  })

  it('hides headers that nobody reads behind their number', () => {
    show(sampleView({ head: 14 }))
    expect(screen.queryByText('no-cache')).toBeNull()
    press('Show 3 headers')
    expect(screen.getByText('no-cache')).toBeTruthy()
  })

  it('decodes a token in place and says that this verifies nothing', () => {
    show(sampleView({ head: 14 }))
    press('Decode: access_token')
    expect(screen.getByText(/for whom it is meant/)).toBeTruthy()
    expect(screen.getByText('Decoded, not verified')).toBeTruthy()
  })

  it('marks a value in every panel', () => {
    show(sampleView({ head: 12 }))
    press('Request')
    fireEvent.click(button(SECRETS.code))
    expect(button(SECRETS.code).getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(screen.getByRole('tab', { name: 'Tokens & storage' }))
    expect(screen.getAllByText('marked value').length).toBeGreaterThan(0)
  })

  it('shows what the learner changed on the way, and what it was', () => {
    show(sampleView({ head: 14, refused: true }))
    press('Request')
    expect(screen.getByText('You changed this message')).toBeTruthy()
    expect(screen.getByText(/^was:/).textContent).toMatch(/^was: http.*\/callback$/)
  })
})

describe('the editor', () => {
  const onTheWire = () => sampleView({ head: 13 })

  it('sends the edited message, without the verifier that a click removed', () => {
    show(onTheWire())
    press('Edit')
    press('Drop code_verifier')
    press('Send edited')
    expect(sent()?.body).toContain(`code=${SECRETS.code}`)
    expect(sent()?.body).not.toContain('code_verifier')
  })

  it('sends with Ctrl+Enter from within a field', () => {
    show(onTheWire())
    press('Edit')
    type('Value of redirect_uri', 'http://localhost:3003/other')
    fireEvent.keyDown(screen.getByLabelText('Value of redirect_uri'), { key: 'Enter', ctrlKey: true })
    expect(new URLSearchParams(sent()?.body ?? '').get('redirect_uri')).toBe('http://localhost:3003/other')
  })

  it('explains what cannot be sent beside the field, and sends nothing', () => {
    show(onTheWire())
    press('Edit')
    press('Add a header')
    type('Name of the new header', 'bad name')
    press('Send edited')
    expect(sent()).toBeUndefined()
    const field = screen.getByLabelText('Value of bad name')
    const description = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(description?.textContent).toMatch(/letters, digits and hyphens/)
  })

  it('drops the message', () => {
    show(onTheWire())
    press('Edit')
    press('Drop the message')
    expect(actions.drop).toHaveBeenCalledOnce()
  })

  it('leaves by Escape in two stages, and keeps what was typed', () => {
    show(onTheWire())
    press('Edit')
    type('Value of code', 'stolen')
    const field = screen.getByLabelText('Value of code')
    field.focus()
    fireEvent.keyDown(field, { key: 'Escape' })
    const editor = screen.getByRole('region', { name: 'Edit the message' })
    expect(document.activeElement).toBe(editor)
    fireEvent.keyDown(editor, { key: 'Escape' })
    press('Edit')
    expect(screen.getByLabelText<HTMLTextAreaElement>('Value of code').value).toBe('stolen')
  })

  it('keeps what was typed when the app failed to send it', () => {
    const player = show(onTheWire())
    press('Edit')
    type('Value of code', 'stolen')
    press('Send edited')
    player.show({ ...onTheWire(), failure: 'The lab cannot be reached.' })
    expect(screen.getByLabelText<HTMLTextAreaElement>('Value of code').value).toBe('stolen')
    expect(screen.getByRole('status').textContent).toBe('The lab cannot be reached. What you typed is still here.')
  })

  it('closes when the step has been answered', () => {
    const player = show(onTheWire())
    press('Edit')
    player.show(sampleView({ head: 14 }))
    expect(screen.queryByRole('region', { name: 'Edit the message' })).toBeNull()
  })

  it('sends a delivered message again', () => {
    show(sampleView({ head: 14 }))
    press('Send again')
    press('Send again')
    expect(actions.sendAgain).toHaveBeenCalledWith(7, expect.objectContaining({ method: 'POST' }))
  })

  it('keeps the player’s keys to itself', () => {
    const heard = vi.fn()
    window.addEventListener('keydown', heard)
    show(onTheWire())
    press('Edit')
    fireEvent.keyDown(screen.getByRole('region', { name: 'Edit the message' }), { key: 'r' })
    window.removeEventListener('keydown', heard)
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('Checks', () => {
  it('shows the refusing check with its hint and wire error, and that nobody got further', () => {
    show(sampleView({ head: 14, refused: true }), 'checks')
    expect(screen.getByText('Refused by Auth server at check 9 of 10. The defence worked.')).toBeTruthy()
    expect(screen.getByText('invalid_grant')).toBeTruthy()
    const after = screen.getByRole('list', { name: 'Checks not reached' })
    expect(within(after).getByText('not reached')).toBeTruthy()
  })

  it('says why there are none while the message is on the wire', () => {
    show(sampleView({ head: 13 }), 'checks')
    expect(screen.getByText('Nobody has checked this message yet')).toBeTruthy()
  })
})

describe('Tokens & storage', () => {
  it('says in words what the step did, and folds away what it left alone', () => {
    show(sampleView({ head: 14 }), 'storage')
    expect(screen.getByText('1 changed')).toBeTruthy()
    expect(screen.getByText('was: empty')).toBeTruthy()
    press('Only what changed')
    expect(screen.queryByText('Cookies')).toBeNull()
  })

  it('moves the lab’s clock', () => {
    show(sampleView({ head: 10 }), 'storage')
    press('+1 min')
    expect(actions.advanceClock).toHaveBeenCalledWith(60)
    fireEvent.click(screen.getAllByRole('button', { name: 'To expiry' })[0] ?? document.body)
    expect(actions.advanceClock).toHaveBeenLastCalledWith(59)
  })
})

describe('Machine', () => {
  it('sends what Alice can press on her screen, filled in', () => {
    show(sampleView({ head: 8 }), 'machine')
    press('Alice: Approve')
    expect(actions.submit).toHaveBeenCalledWith('consent', { scope: ['photos.read'], decision: 'approve' })
  })

  it('marks the current state and offers the events it takes', () => {
    show(sampleView({ head: 18 }), 'machine')
    const list = screen.getByRole('list', { name: 'States of authorization-code' })
    expect(list.querySelector('[aria-current="step"]')?.textContent).toContain('Alice sees her photos')
    press('Refresh the token')
    expect(actions.send).toHaveBeenCalledWith('learner.refresh')
  })

  it('offers an earlier step’s events, and says that they begin a branch', () => {
    show(sampleView({ head: 18, cursor: 5 }), 'machine')
    expect(screen.getByText(/begins a new branch/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Press Next/ })).toBeNull()
    press('Drop the message')
    expect(actions.drop).toHaveBeenCalledOnce()
  })

  it('offers no events where nobody can act, only the way back', () => {
    show({ ...sampleView({ head: 18, cursor: 8 }), acting: null }, 'machine')
    expect(screen.queryByRole('list', { name: 'Events possible now' })).toBeNull()
    press('Jump to live')
    expect(actions.jumpToLive).toHaveBeenCalledOnce()
  })
})
