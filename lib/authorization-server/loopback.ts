const LOOPBACK = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost))(?::(\d{1,5}))?((?:[/?].*)?)$/s

/**
 * Whether two URIs are the same loopback redirect, their port apart: an app that opens a listener for one sign-in
 * cannot know its port beforehand (RFC 8252, section 7.3; RFC 9700, section 4.1.3). Everything else is compared as text.
 */
export function sameLoopbackUri(registered: string, sent: string): boolean {
  const left = LOOPBACK.exec(registered)
  const right = LOOPBACK.exec(sent)
  if (!left || !right || Number(right[2] ?? 80) > 65535) return false
  return left[1] === right[1] && left[3] === right[3]
}
