import { describe, expect, it } from 'vitest'
import { parseForm } from '@/lib/oauth/form'
import {
  BrowserError,
  type BrowserState,
  type FormValues,
  newBrowser,
  openPage,
  type PressedButton,
  settle,
  submitForm,
} from './browser'

const AS = 'http://localhost:3001/lab1'
const context = { now: 1_000 }

const LOGIN = `<body data-page="login"><h1>Sign in</h1>
  <form name="login" method="post" action="/lab1/login">
    <input type="hidden" name="transaction" value="tx &amp; 1">
    <label>User name <input name="username" value="alice"></label>
    <label>Password <input name="password" type="password"></label>
    <button>Sign in</button>
  </form>
  <form name="search" action="find?old=1"><input name="q"></form>`

const CONSENT = `<body data-page="consent"><form name="consent" method="POST" id="c">
    <input type=hidden name=transaction value=tx1>
    <input type=checkbox name=scope value=photos.read id=r checked><label for=r>See your photos</label>
    <label><input type=checkbox name=scope value=photos.write> Change your photos</label>
    <label><input type=checkbox name=remember> Remember</label>
    <label><input type=checkbox name=locked value=1 checked disabled> Locked</label>
    <fieldset disabled><input name=inside value=no></fieldset>
    <label><input type=radio name=days value=1 checked> a day</label><label><input type=radio name=days value=7> a week</label>
    <label>Device <select name=device><option value=tv>TV<option selected>phone</select></label>
    <label>Note <textarea name=note>
one
two</textarea></label>
    <input value="no name"><input type=reset name=r value=r><button type=button name=b value=b>Nothing</button>
    <button name=decision value=approve>Allow</button>
    <button name=decision value=deny formaction="/lab1/deny">Deny</button>
  </form>
  <input type=hidden name=outside value=yes form=c>`

async function shown(html: string): Promise<BrowserState> {
  const request = await openPage(newBrowser(), `${AS}/page?x=1#top`, context)
  const response = { status: 200, headers: [['content-type', 'text/html']] as [string, string][], body: html }
  return (await settle(newBrowser(), request, response, context)).state
}

async function entries(html: string, form: string, values: FormValues = {}, button: PressedButton = null) {
  const { body, url } = await submitForm(await shown(html), form, values, button, context)
  return parseForm(body ?? new URL(url).search.slice(1))
}

describe('a login form', () => {
  it('is sent with its hidden inputs, as the page says', async () => {
    const state = await shown(LOGIN)
    expect(await submitForm(state, 'login', { password: 'wonder land&=' }, null, context)).toEqual({
      method: 'POST',
      url: `${AS}/login`,
      headers: [
        ['accept', 'text/html,application/xhtml+xml,*/*;q=0.8'],
        ['content-type', 'application/x-www-form-urlencoded'],
        ['origin', 'http://localhost:3001'],
        ['referer', `${AS}/page?x=1`],
        ['sec-fetch-dest', 'document'],
        ['sec-fetch-mode', 'navigate'],
        ['sec-fetch-site', 'same-origin'],
      ],
      body: 'transaction=tx+%26+1&username=alice&password=wonder+land%26%3D',
    })
  })

  it('a GET form puts its fields in place of the query', async () => {
    const request = await submitForm(await shown(LOGIN), 'search', { q: 'a b' }, null, context)
    expect(request).toMatchObject({ method: 'GET', url: `${AS}/find?q=a+b`, body: null })
  })
})

describe('a consent form', () => {
  it('sends ticked boxes, chosen options, and the first button as Enter would', async () => {
    expect(await entries(CONSENT, 'consent')).toEqual([
      ['transaction', 'tx1'],
      ['scope', 'photos.read'],
      ['days', '1'],
      ['device', 'phone'],
      ['note', 'one\r\ntwo'],
      ['decision', 'approve'],
      ['outside', 'yes'],
    ])
  })

  it('ticks what it is told to, no more', async () => {
    const scopes = async (scope: string | string[]) =>
      (await entries(CONSENT, 'consent', { scope })).filter(([name]) => name === 'scope').map(([, value]) => value)
    expect(await scopes(['photos.write', 'photos.read'])).toEqual(['photos.read', 'photos.write'])
    expect(await scopes('photos.write')).toEqual(['photos.write'])
    expect(await scopes([])).toEqual([])
    expect(await entries(CONSENT, 'consent', { remember: 'on' })).toContainEqual(['remember', 'on'])
  })

  it('takes other choices and texts', async () => {
    const sent = await entries(CONSENT, 'consent', { days: '7', device: 'tv', note: 'x' })
    expect(sent).toEqual(
      expect.arrayContaining([
        ['days', '7'],
        ['device', 'tv'],
        ['note', 'x'],
      ]),
    )
    expect(sent.filter(([name]) => name === 'days')).toHaveLength(1)
  })

  it.each([
    ['pressed', {}, { name: 'decision', value: 'deny' }],
    ['named among the values', { decision: 'deny' }, null],
  ])('a button that is %s is sent alone, to its own address', async (_how, values, button) => {
    const request = await submitForm(await shown(CONSENT), 'consent', values, button, context)
    expect(request.url).toBe(`${AS}/deny`)
    expect(parseForm(request.body ?? '').filter(([name]) => name === 'decision')).toEqual([['decision', 'deny']])
  })

  it('without action goes to the page’s own address', async () => {
    expect((await submitForm(await shown(CONSENT), 'consent', {}, null, context)).url).toBe(`${AS}/page?x=1`)
  })
})

describe('says what is wrong', () => {
  const refusal = async (html: string, form: string, values: FormValues = {}, button: PressedButton = null) =>
    entries(html, form, values, button).catch((error: unknown) => error)

  it.each([
    ['no such form', 'consent', {}, null, /has no form named consent. It has: login, search./],
    ['no such field', 'login', { colour: 'red' }, null, /The form login has no field named colour./],
    ['a hidden field', 'login', { transaction: 'mine' }, null, /People cannot fill in transaction/],
    ['no such button', 'login', {}, { name: 'decision', value: 'approve' }, /no button decision=approve/],
  ])('%s', async (_what, form, values: FormValues, button, message) => {
    const error = await refusal(LOGIN, form, values, button)
    expect(error).toBeInstanceOf(BrowserError)
    expect(error).toMatchObject({ message: expect.stringMatching(message) })
  })

  it.each([
    [{ scope: ['photos.read', 'admin'] }, /The field scope does not offer admin/],
    [{ days: '30' }, /The field days does not offer 30/],
    [{ device: 'car' }, /The field device does not offer car/],
    [{ decision: 'maybe' }, /The field decision does not offer maybe/],
    [{ locked: '1' }, /People cannot fill in locked/],
    [{ inside: '1' }, /People cannot fill in inside/],
  ])('a choice the page does not offer: %j', async (values: FormValues, message) => {
    expect(await refusal(CONSENT, 'consent', values)).toMatchObject({ message: expect.stringMatching(message) })
  })

  it('no page, no form, another encoding', async () => {
    await expect(submitForm(newBrowser(), 'login', {}, null, context)).rejects.toThrow(/shows no page/)
    expect(await refusal('<p>hello', 'login')).toMatchObject({ message: expect.stringMatching(/It has none/) })
    const multipart = '<form name=f method=post enctype="multipart/form-data"></form>'
    expect(await refusal(multipart, 'f')).toMatchObject({ message: expect.stringMatching(/multipart/) })
  })

  it('values named like members of every object are just unknown', async () => {
    expect(await entries('<form name=f><input name=constructor value=x></form>', 'f')).toEqual([['constructor', 'x']])
  })
})
