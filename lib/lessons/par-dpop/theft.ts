import type { StepLesson } from '../lesson'

/** Somebody copied the access token: from a log, a proxy, another API. */
export const theft = {
  theft: {
    title: 'A thief presents the token',
    caption:
      'Somebody copied the access token, from a log perhaps, and sends it the usual way: Authorization: Bearer. The token is genuine and has not expired.',
    why: 'This is the attack that DPoP is for. A bearer token would open the door now.',
    without: 'With bearer tokens, copying is all it takes, and nobody notices.',
    cites: ['rfc9449-7.2', 'rfc9700-4.10.1'],
    notes: 'A thief has the token, every byte of it. With a bearer token this would be the end of the story.',
  },
  'theft-refused': {
    title: 'Without the key, the token is useless',
    caption:
      'The API finds that this token is bound to a key, and no proof came along. It refuses, and Alice’s photos stay where they are.',
    why: 'That the token is not enough stands where the thief cannot change it: in the signed token, and in the auth server’s records.',
    without: 'An API that took bound tokens as bearer tokens would undo all the work before.',
    cites: ['rfc9449-7.2', 'rfc9449-6'],
    notes: 'No proof, no photos. The token was stolen, and nothing happened.',
  },
  'theft-with-key': {
    title: 'The thief signs with another key',
    caption:
      'The thief tries harder: a key pair of their own, and a proof for this very request, signed with it. Everything is there, from another key.',
    why: 'Anybody can make a key and sign with it. What counts is which key the token was made for.',
    without: 'A proof that was only checked for being signed would prove nothing about the sender.',
    cites: ['rfc9449-7.1', 'rfc9449-4.3'],
    notes: 'A cleverer thief makes a proof, with a key of his own. Let the room say why that must fail.',
  },
  'theft-with-key-refused': {
    title: 'The wrong key is refused',
    caption:
      'The API does not serve the thief: the proof has to be fresh and signed with the key named in cnf.jkt. The one key that fits is in the app and was never sent anywhere.',
    why: 'A private key that is only used, never shown, cannot be copied from any message.',
    without: 'Comparing the two thumbprints is the whole defence: leave it out and any key will do.',
    cites: ['rfc9449-7.1', 'rfc9449-6.1'],
    notes: 'Two thumbprints, and they differ. That one comparison is what DPoP is.',
  },
  'theft-succeeded': {
    title: 'The thief has the photos',
    caption: 'The API answered, because somebody switched off the check that would have stopped this.',
    why: 'Bound tokens protect only where the API insists on the proof.',
    without: 'This is what “without” looks like.',
    cites: ['rfc9449-7.2', 'rfc9700-4.10.1'],
    notes: 'Here nobody looked. Say which switch made the difference.',
  },
} as const satisfies Record<string, StepLesson>
