import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { parameter, parseForm } from '@/lib/oauth/form'
import type { Endpoint, Operation } from '../endpoint'
import { badRequest, json } from '../responses'
import type { Photo } from '../tables'

const TITLE_LIMIT = 120

/** `{ owner, photos: [{ id, title, size, bytes, taken_at }] }`: the photos of the user the token speaks for. */
const list: Operation = {
  scope: 'photos.read',
  subject: 'user',
  async handle(_request, { subject }, env) {
    const photos = await env.store.find('photos', { owner: subject })
    return json({ owner: subject, photos: photos.map(presented) })
  },
}

/** Takes `{ "title": "..." }`, or a form with a title, and adds a photo of that name to the drive of the user the token speaks for. */
const add: Operation = {
  scope: 'photos.write',
  subject: 'user',
  async handle({ headers, body }, { subject, clientId }, env) {
    const title = readTitle(headers.get('content-type') ?? '', body)
    if (!title) return badRequest(`Send JSON with a title of 1 to ${TITLE_LIMIT} characters.`)
    const photo: Photo = {
      key: encodeBase64Url(env.random(9)),
      owner: subject,
      title,
      size: '1600x1200',
      bytes: encodeUtf8(title).byteLength,
      created_by: clientId,
      issued_at: env.now(),
    }
    await env.store.insert('photos', photo)
    return json(presented(photo), { status: 201 })
  },
}

export const photos: Endpoint = {
  path: '/photos',
  methods: { GET: list, POST: add },
}

function presented({ key, title, size, bytes, issued_at }: Photo) {
  return {
    id: key,
    title,
    size,
    bytes,
    taken_at: new Date(issued_at).toISOString(),
  }
}

function readTitle(contentType: string, body: string): string | null {
  const title = contentType.startsWith('application/json') ? jsonTitle(body) : parameter(parseForm(body), 'title')
  const trimmed = title?.trim() ?? ''
  return trimmed.length > 0 && trimmed.length <= TITLE_LIMIT ? trimmed : null
}

function jsonTitle(body: string): string | null {
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read !== 'object' || read === null || !('title' in read)) return null
    return typeof read.title === 'string' ? read.title : null
  } catch {
    return null
  }
}
