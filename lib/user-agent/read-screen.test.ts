import { expect, it } from 'vitest'
import { newBrowser, readScreen } from './browser'
import type { Screen } from './screen'

function screenOf(html: string): Screen | null {
  const referrerPolicy = 'strict-origin-when-cross-origin'
  return readScreen({ ...newBrowser(), page: { url: 'http://localhost:3001/x#f', status: 200, html, referrerPolicy } })
}

it('reads a login page', () => {
  const html = `<!doctype html><html><head><title>Sign in</title><style>p{}</style></head><body data-page="login">
    <main><h1>Sign in to <em>Drive</em></h1><p>The app <strong>Photo Editor</strong>
    asks.</p><p role="alert">Wrong password.</p><p hidden>secret</p><script>x</script>
    <form name="login" method="post"><p>inside</p><input type="hidden" name="transaction" value="t">
      <label>User name <input name="username" value="alice" autocomplete="username"></label>
      <label for="p">Password</label><input id="p" name="password" type="password">
      <button>Sign in</button></form></main>`
  expect(screenOf(html)).toEqual({
    url: 'http://localhost:3001/x#f',
    title: 'Sign in',
    page: 'login',
    text: ['# Sign in to Drive', 'The app Photo Editor asks.', 'Wrong password.'],
    forms: [
      {
        name: 'login',
        fields: [
          { name: 'username', label: 'User name', type: 'text', value: 'alice', checked: false },
          { name: 'password', label: 'Password', type: 'password', value: '', checked: false },
        ],
        buttons: [{ name: '', value: '', label: 'Sign in' }],
      },
    ],
    items: [],
  })
})

it('reads check boxes and named buttons of a consent page', () => {
  const html = `<body data-page="consent"><form name="consent"><ul>
      <li><label><input type="checkbox" name="scope" value="photos.read" checked> See your photos</label></li></ul>
      <input type="text" name="gone" disabled>
      <button name="decision" value="approve">Allow</button><input type="submit" name="decision" value="deny"></form>`
  expect(screenOf(html)).toMatchObject({
    forms: [
      {
        fields: [{ name: 'scope', label: 'See your photos', type: 'checkbox', value: 'photos.read', checked: true }],
        buttons: [
          { name: 'decision', value: 'approve', label: 'Allow' },
          { name: 'decision', value: 'deny', label: 'deny' },
        ],
      },
    ],
    items: [],
  })
})

it('lists images and items by what they are called', () => {
  const html = `<body data-page="photos"><h1>Photos</h1><ul><li><img src=a alt="White Rabbit"> 2 MB</li><li>Cheshire Cat</li>
    <li hidden>not this</li></ul><figure><img src=b alt="Mad Hatter"><figcaption>At tea</figcaption></figure><img src=c alt="">`
  expect(screenOf(html)).toMatchObject({
    page: 'photos',
    text: ['# Photos', 'At tea'],
    items: ['White Rabbit 2 MB', 'Cheshire Cat', 'Mad Hatter'],
  })
})

it('is null before the first page, and empty for an empty one', () => {
  expect(readScreen(newBrowser())).toBeNull()
  expect(screenOf('')).toMatchObject({ title: '', page: '', text: [], forms: [], items: [] })
})
