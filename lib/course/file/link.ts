import { decodeBase64Url, decodeUtf8, encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import type { LessonPlan } from '../lesson-plan'
import { LESSON_FORMAT, LESSON_LIMIT, LESSON_VERSION } from './limits'

/** Letters of a packed lesson that still travel well in mails and course pages. */
export const LINK_LIMIT = 8000

/** The lesson in letters that can stand in a link; null when it is too large for one. */
export async function packLesson(plan: LessonPlan): Promise<string | null> {
  const text = JSON.stringify({ format: LESSON_FORMAT, version: LESSON_VERSION, ...plan })
  const packed = encodeBase64Url(await through(encodeUtf8(text), new CompressionStream('deflate-raw'), LESSON_LIMIT))
  return packed.length > LINK_LIMIT ? null : packed
}

/** The file that was packed, to be read as every file is; null when the link was cut off or changed. */
export async function unpackLesson(packed: string): Promise<string | null> {
  if (packed.length > LINK_LIMIT) return null
  try {
    return decodeUtf8(await through(decodeBase64Url(packed), new DecompressionStream('deflate-raw'), LESSON_LIMIT))
  } catch {
    return null
  }
}

/** @throws RangeError when more than `most` bytes come out: a small link may not unfold without end */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength
    if (size > most) {
      await reader.cancel()
      throw new RangeError('It is too large.')
    }
    parts.push(read.value)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}
