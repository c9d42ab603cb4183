/** How full the drive is, as its API says it. */
export interface Usage {
  photos: number
  bytes: number
}

/** What the drive answered to `GET /usage`; null when the text is something else. */
export function readUsage(body: string): Usage | null {
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read !== 'object' || read === null || !('photos' in read) || !('bytes' in read)) return null
    const { photos, bytes } = read
    return typeof photos === 'number' && typeof bytes === 'number' ? { photos, bytes } : null
  } catch {
    return null
  }
}
