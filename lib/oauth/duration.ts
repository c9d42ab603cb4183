/** Milliseconds in words: `41 s`, `5 min`, `2 h`, `30 d`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 120) return `${seconds} s`
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`
  return `${Math.round(seconds / 86_400)} d`
}

/** Where a moment lies as seen from now: `expires in 41 s`, `expired 5 min ago`. Milliseconds. */
export function expiry(expiresAt: number, now: number): string {
  return expiresAt > now ? `expires in ${duration(expiresAt - now)}` : `expired ${duration(now - expiresAt)} ago`
}
