import type { Lesson } from './lesson'
import { pick } from './shared/pick'
import { refusals } from './shared/refusals'
import { signInAndConsent } from './shared/sign-in-and-consent'
import { useOfTokens } from './shared/use-of-tokens'

/** Words for what is the same in other grants. */
const shared: Lesson = {
  steps: { ...signInAndConsent, ...useOfTokens, ...refusals },
}

export const deviceLesson: Lesson = {
  steps: {
    'device-authorization-request': {
      title: 'The TV asks for a code',
      caption:
        'The TV tells the auth server who it is and what it wants. No browser takes part, and no secret comes along: a TV could not keep one.',
      why: 'A TV has no keyboard worth the name and often no browser. So it asks for something short that Alice can carry to a better screen.',
      without:
        'Alice would spell her password with a remote control, on a screen everybody in the room can read, into an app that keeps it.',
      cites: ['rfc8628-3.1', 'rfc8628-5.6'],
      notes: 'A television: no keyboard, no browser worth the name. How would you sign in?',
    },
    'device-authorization-response': {
      title: 'Two codes for one request',
      caption:
        'The auth server makes two codes: a long device_code that stays inside the TV, and a short user_code for Alice to type. It also says where, how long, and how often to ask.',
      why: 'One code has to be hard to guess, the other easy to type. The long one is worth tokens later; the short one only finds the request.',
      without: 'With one short code for both, whoever reads the TV’s screen first could collect the tokens.',
      cites: ['rfc8628-3.2', 'rfc8628-5.2', 'rfc8628-6.1'],
      notes: 'Two codes: a long one for the TV, a short one for her fingers. Never mix them up.',
    },
    'device-authorization-refused': {
      title: 'The auth server gives no codes',
      caption:
        'The auth server does not know this client, or the client may not use this grant or this scope. The TV has nothing it could show.',
      why: 'What a client may ask for was settled when it registered, and the auth server checks it before anybody is asked anything.',
      without: 'Any program could put any request in front of Alice, under a name she trusts.',
      cites: ['rfc8628-3.1', 'rfc6749-5.2'],
      notes: 'Not every app may begin like this. Show the check.',
    },
    poll: {
      title: 'The TV asks whether she has answered',
      caption:
        'The TV shows its device_code at the token endpoint. Nobody can call a TV in a living room, so it has to ask again and again.',
      why: 'The auth server cannot reach the TV: there is no redirect and no address. Asking is the only way back.',
      without: 'Alice could approve as often as she likes, and her TV would never hear of it.',
      cites: ['rfc8628-3.4', 'rfc8628-3.5'],
      notes: 'The TV asks again and again. Nobody can call a TV back.',
    },
    'still-pending': {
      title: 'Not yet',
      caption:
        'The answer is authorization_pending: an error in form, but no reason to stop. The TV waits for the interval and asks again.',
      why: 'The token endpoint only knows tokens and errors, so “not yet” is an error with a name of its own.',
      without: 'The TV could not tell patience from failure: it would give up while Alice still looks for her phone.',
      cites: ['rfc8628-3.5'],
      notes: 'An error that is none: the answer is simply not there yet.',
    },
    'slow-down': {
      title: 'The TV asked too soon',
      caption:
        'The answer is slow_down. The request is still alive, but from now on the TV has to wait five seconds longer between two polls.',
      why: 'A million TVs that ask as fast as they can would bring the token endpoint down. Each pays for impatience by waiting longer.',
      without:
        'The fastest loop would be the best strategy for every device, and an attack on the server that serves them all.',
      cites: ['rfc8628-3.5'],
      notes: 'Five seconds more. Ask what a million televisions without manners would do.',
    },
    'verification-page': {
      title: 'Alice opens the address on her phone',
      caption:
        'Alice types the short address that her TV shows into the browser of her phone. The two devices are not connected: she is the link between them.',
      why: 'On her own phone she has a keyboard, perhaps a session already, and an address bar that shows whose page this is.',
      without: 'Alice would have to trust whatever page a TV chooses to draw, and a TV shows no address.',
      cites: ['rfc8628-3.3'],
      notes: 'Another device, another browser. What connects the two? Only what she reads.',
    },
    'code-page': {
      title: 'The auth server asks for the code',
      caption:
        'The page asks for one thing, the code on the TV. It is tied to this browser by a cookie and cannot be framed by another site.',
      why: 'The auth server has many TVs waiting. The code tells it which of them Alice has in front of her.',
      without:
        'Another site could fill in a code of its own in Alice’s name, and she would be asked about a stranger’s TV.',
      cites: ['rfc8628-3.3', 'rfc9700-4.16'],
      notes: 'An address typed by hand is safer than one that somebody sent her.',
    },
    'user-code': {
      title: 'Alice types the code',
      caption:
        'Alice reads the code off her TV and types it on her phone. Upper or lower case, with or without the hyphen: only the eight letters count.',
      why: 'Twenty consonants make codes that are easy to read from a sofa and spell no words. The number of wrong tries is limited.',
      without: 'With endless tries, a guesser would sooner or later hit the code of a TV that is waiting somewhere.',
      cites: ['rfc8628-3.3', 'rfc8628-5.1', 'rfc8628-6.1'],
      notes: 'Eight letters. Ask how long guessing takes, and what stands in the way.',
    },
    'wrong-code': {
      title: 'No device shows this code',
      caption:
        'The page comes back: no device waits with this code. Whether it was mistyped, expired or used already, the sentence is the same, and after five wrong codes it is locked for a minute.',
      why: 'A short code is only as safe as the number of guesses the auth server allows.',
      without: 'An answer that tells “expired” from “never existed” helps a guesser to find the codes that are alive.',
      cites: ['rfc8628-5.1', 'rfc8628-6.1'],
      notes: 'Wrong, and counted. Guesses run out.',
    },
    ...pick(shared, 'sign-in', 'signed-in', 'wrong-password'),
    'login-page': {
      title: 'The auth server asks who she is',
      caption:
        'The code fits a TV that is waiting, so the auth server shows its login page. Alice types her password on her own phone and at the auth server only.',
      why: 'A code says which TV, not which person. Whoever approves has to be somebody the auth server knows.',
      without: 'Anybody who can read the TV’s screen could decide, and nobody could say whose photos are meant.',
      cites: ['rfc8628-3.3', 'rfc6749-3.1'],
      notes: 'On the phone she can see whose page it is. On the TV she could not.',
    },
    'confirm-request': {
      title: 'The browser follows to the question',
      caption:
        'The browser follows the redirect with its new session cookie. The auth server takes up the TV’s request where Alice left it.',
      why: 'Being signed in is not agreeing. The question comes on a page of its own.',
      without: 'Typing a code that somebody sent her would be enough to let a stranger’s TV in.',
      cites: ['rfc8628-3.3', 'rfc8628-5.4'],
      notes: 'A redirect within the auth server, nothing more.',
    },
    'confirm-page': {
      title: 'Is this the TV before her?',
      caption:
        'The page shows the code once more, names the app and its scopes, and says that a device is being connected. Alice compares the code with her TV before she answers.',
      why: 'Attackers start this flow on their own device and send the code to Alice. Only she can see that no screen before her shows it.',
      without:
        'A link with the code in it and one careless tap would connect an attacker’s device: consent phishing, the weak spot of this grant.',
      cites: ['rfc8628-3.3.1', 'rfc8628-5.4', 'rfc10027-6.1'],
      notes: 'The most important question here. Attackers send people their own code.',
    },
    'device-decision': {
      title: 'Alice decides',
      caption:
        'Alice’s answer goes from her phone to the auth server. It carries the transaction of this browser and her session, so nobody else can answer for her.',
      why: 'The decision is made where Alice can read what she decides on, at a page that no TV and no app can reach.',
      without: 'The TV could press the button itself.',
      cites: ['rfc8628-3.3', 'rfc6749-10.12'],
      notes: 'Let the room vote. Is it the TV before her?',
    },
    'approval-kept': {
      title: 'The phone is done',
      caption:
        'The auth server notes Alice’s approval beside the device code and says goodbye. No token passes through the phone, and the TV has not heard of it yet.',
      why: 'The tokens belong to the TV, and it will come for them by itself.',
      without: 'A redirect could not help here: it would bring the answer to the phone, and the TV is another device.',
      cites: ['rfc8628-3.3', 'rfc8628-3.5'],
      notes: 'The phone is done. The TV does not know it yet.',
    },
    'denial-kept': {
      title: 'The no is kept',
      caption:
        'The auth server notes that Alice said no. Nothing was granted; the TV will hear of it when it asks next.',
      why: 'A no has to be as easy as a yes, and it ends the request for good.',
      without: 'The TV would go on asking until its code expires, and somebody else might still say yes.',
      cites: ['rfc8628-3.3', 'rfc8628-3.5'],
      notes: 'Her no is kept until the TV asks for it.',
    },
    'verification-stopped': {
      title: 'The auth server stops here',
      caption:
        'The auth server takes no answer from this page: the form is not this browser’s, was answered before, or the TV has stopped waiting. Nothing changed.',
      why: 'A decision counts once, from the browser that was asked, for a device that still waits.',
      without: 'A form copied from one browser to another would let a stranger decide in Alice’s name.',
      cites: ['rfc6749-10.12', 'rfc8628-3.3', 'rfc9700-4.7'],
      notes: 'The auth server stops, and tells nobody but her.',
    },
    'token-request': {
      title: 'The TV asks once more',
      caption:
        'The TV sends the same poll as before: its device_code and its client_id. It does not know yet that this time everything has changed.',
      why: 'The device code has never left the TV except to the auth server, so whoever presents it is the TV that asked.',
      without: 'The user_code cannot do this: everybody in the living room has read it.',
      cites: ['rfc8628-3.4', 'rfc8628-5.2'],
      notes: 'The same question as before. This time there is an answer.',
    },
    'token-response': {
      title: 'The TV receives its tokens',
      caption:
        'Alice has approved, so the auth server uses up the device code and hands out tokens. The TV never saw her password, and her phone never saw a token.',
      why: 'From here on it is OAuth as everywhere: an access token that expires soon, and a refresh token so that Alice is not asked every evening.',
      without: 'If the device code worked twice, a copy of it would be a second TV that Alice never approved.',
      cites: ['rfc8628-3.5', 'rfc6749-5.1', 'rfc6749-1.5'],
      notes: 'The TV has its tokens. Her password was never near it.',
    },
    'last-poll': {
      title: 'The TV asks and will hear no',
      caption: 'The TV polls as before. Alice’s no is kept at the auth server, and this is how the TV learns of it.',
      why: 'There is no other way to tell a TV anything.',
      without: 'The TV would show a code that nobody can use any more.',
      cites: ['rfc8628-3.4', 'rfc8628-3.5'],
      notes: 'It asks politely, as always.',
    },
    'poll-denied': {
      title: 'The TV hears that she said no',
      caption: 'The answer is access_denied. The TV stops asking, says so on its screen, and holds no token.',
      why: 'Only “not yet” and “slower” mean: go on. Every other error ends the asking.',
      without: 'A TV that does not take no for an answer would poll forever.',
      cites: ['rfc8628-3.5'],
      notes: 'A clear no. The TV must stop asking.',
    },
    'code-expired': {
      title: 'The code has expired',
      caption:
        'Nobody finished in time, so the answer is expired_token. The TV stops and offers a new code, but asks for one only when somebody wants it.',
      why: 'Short lives limit guessing, and they limit how long an attacker has to talk Alice into typing a code.',
      without:
        'A code photographed today could be approved by mistake next week, and the attacker’s device would still be waiting.',
      cites: ['rfc8628-3.5', 'rfc8628-5.4'],
      notes: 'Too late: codes live for minutes, so that guessing does not pay.',
    },
    'poll-refused': {
      title: 'The auth server refuses the device code',
      caption:
        'The device code is unknown here, was used before, or belongs to another client. There are no tokens, and the TV stops asking.',
      why: 'Alice was shown one app’s name. No other app may collect what she allowed, and nobody may collect it twice.',
      without: 'A device code that leaked from a log would be as good as the tokens.',
      cites: ['rfc6749-5.2', 'rfc8628-3.4', 'rfc8628-3.5'],
      notes: 'Refused. Show which check said so.',
    },
    ...pick(
      shared,
      'resource-request',
      'introspection-request',
      'introspection-response',
      'key-set-request',
      'key-set-response',
      'resource-response',
      'refresh-request',
      'refresh-response',
      'revocation-request',
      'revocation-response',
      'access-refused',
      'refresh-refused',
      'revocation-refused',
    ),
  },
}
