/** One photo, as the drive's API describes it. */
export interface DrivePhoto {
  id: string
  title: string
  /** `4032x3024` */
  size: string
  bytes: number
}

/** What the drive answered to `GET /photos`; null when the text is something else. */
export function readPhotos(body: string): { owner: string; photos: DrivePhoto[] } | null {
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read !== 'object' || read === null || !('owner' in read) || !('photos' in read)) return null
    const { owner, photos } = read
    return typeof owner === 'string' && Array.isArray(photos) && photos.every(isPhoto) ? { owner, photos } : null
  } catch {
    return null
  }
}

function isPhoto(value: unknown): value is DrivePhoto {
  if (typeof value !== 'object' || value === null) return false
  const { id, title, size, bytes } = value as Partial<Record<keyof DrivePhoto, unknown>>
  return [id, title, size].every((text) => typeof text === 'string') && typeof bytes === 'number'
}
