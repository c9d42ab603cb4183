import { expect, test } from 'vitest'
import { html } from './html'

test('escapes whatever is not HTML already, in text and in attributes', () => {
  const name = `"><script>alert('&')</script>`
  const link = html`<a title="${name}">${name}</a>`
  const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;'
  expect(html`<p>${link}</p>`.text).toBe(`<p><a title="${escaped}">${escaped}</a></p>`)
})

test('writes lists one after the other, and nothing for null or false', () => {
  expect(html`${[html`<b>1</b>`, html`<b>2</b>`]}${null}${false}${0}`.text).toBe('<b>1</b><b>2</b>0')
})
