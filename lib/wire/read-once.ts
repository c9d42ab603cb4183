import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'

type Message = HttpRequest | HttpResponse

/**
 * What `read` makes of a message, worked out once and shared by everybody who asks: a message never changes. It is
 * forgotten with the message.
 */
export function readOnce<Value extends object>(read: (message: Message) => Value): (message: Message) => Value {
  const known = new WeakMap<Message, Value>()
  return (message) => {
    const before = known.get(message)
    if (before) return before
    const value = read(message)
    known.set(message, value)
    return value
  }
}
