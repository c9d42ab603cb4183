import { authorizationCodeLesson } from './authorization-code'
import type { Lesson } from './lesson'
import { pick } from './shared/pick'
import { refusals } from './shared/refusals'
import { signInAndConsent } from './shared/sign-in-and-consent'
import { escalations } from './token-exchange-escalations'

export const tokenExchangeLesson: Lesson = {
  steps: {
    ...signInAndConsent,
    ...pick(
      authorizationCodeLesson,
      'authorization-request',
      'authorization-response',
      'callback',
      'callback-answer',
      'callback-page',
      'token-request',
      'key-set-request',
      'key-set-response',
      'revocation-request',
      'revocation-response',
    ),
    ...pick(
      { steps: refusals },
      'app-error',
      'server-error',
      'wrong-password',
      'authorization-error',
      'token-refused',
      'access-refused',
      'revocation-refused',
    ),
    ...escalations,
    'open-app': {
      title: 'Alice orders prints in the app',
      caption:
        'Alice wants prints of her photos. Her app does not print: it will call another company’s API, the print shop, and that one will need her photos.',
      why: 'Three parties will act for Alice in a row. Each should be able to do its own part, and none should hold the power of another.',
      without: 'The app would hand its own token on, and the print shop could then do all that the app can.',
      cites: ['rfc8693-1.1', 'rfc6749-4.1'],
      notes:
        'Alice orders prints. Three parties will now act for her, one behind the other. Who may say what in her name?',
    },
    'app-redirect': {
      title: 'The app asks for a print shop token',
      caption:
        'The app sends the browser to the auth server as usual, with one parameter more. resource names the print shop: the token asked for is to be good there and nowhere else.',
      why: 'A token says for whom it was made. Made for the print shop, it is worth nothing at the drive, even though it speaks of photos.',
      without: 'A token good everywhere could be taken along by whichever API sees it first.',
      cites: ['rfc8707-2', 'rfc9700-2.3', 'rfc6749-4.1.1'],
      notes: 'The app asks for a token that is good at the print shop, and nowhere else.',
    },
    'token-response': {
      title: 'The app receives a token for the shop',
      caption:
        'The access token names the print shop as its audience. The claim may_act in it says who may act for Alice with it later: the print shop, and nobody else.',
      why: 'Audience and actor are settled by the server that asked Alice, before the token is shown to anybody.',
      without: 'Any service the token strays to could present itself as the one that acts for Alice.',
      cites: ['rfc8707-2', 'rfc9068-3', 'rfc8693-4.4'],
      notes: 'Look at the audience: the shop. At the drive this token opens nothing.',
    },
    'order-request': {
      title: 'The app calls the print shop',
      caption:
        'The app orders prints with its access token in the Authorization header. To the app the print shop is an API like any other, and the token was made for it.',
      why: 'The shop can see that somebody with Alice’s permission calls, and from which app. It does not need her password, and gets none.',
      without:
        'The app would have to fetch all photos itself and upload them, or give the shop its own token for the drive.',
      cites: ['rfc6750-2.1', 'rfc9700-4.10.2'],
      notes: 'The app calls the shop as it would call any API. What the shop needs next is at the drive.',
    },
    'introspection-request': {
      title: 'An API asks what the token means',
      caption:
        'An API was shown a token and asks the auth server about it, with its own credentials. The print shop always asks; the drive asks when a token does not speak for itself.',
      why: 'The answer is fresh, and only an API the token is meant for gets one.',
      without: 'An API that believes any string would serve whoever sends one.',
      cites: ['rfc7662-2.1', 'rfc7662-4'],
      notes: 'The API asks what the token in its hand stands for.',
    },
    'introspection-response': {
      title: 'The auth server says what it stands for',
      caption:
        'Active or not, for which user, which client, which audience and scope, until when. Where a service acts for the user, act names that service.',
      why: 'The API decides by these facts and by nothing the caller says about itself.',
      without: 'A revoked token would go on working until it expires.',
      cites: ['rfc7662-2.2', 'rfc8693-4.1'],
      notes: 'Read subject and audience aloud. Both will change in a moment.',
    },
    'order-taken': {
      title: 'The print shop takes the order',
      caption:
        'The token is active and made for this shop, so the order stands. The shop now holds Alice’s token, and that token does not open the drive.',
      why: 'A service should be able to prove that it was called for Alice, without thereby holding a key to everything of hers.',
      without: 'If the drive took this token, every API along the way could read whatever Alice has.',
      cites: ['rfc9700-4.10.2', 'rfc9700-2.3'],
      notes: 'The order is taken. The photos are still somewhere else.',
    },
    'order-refused': {
      title: 'The print shop refuses the order',
      caption: 'The token is not active, or was made for somebody else. The shop takes no order and keeps nothing.',
      why: 'A service that accepts tokens made for others becomes the place to bring stolen ones.',
      without: 'A token that strayed from another API would order prints, and then be exchanged for more.',
      cites: ['rfc6750-3.1', 'rfc9700-4.10.2'],
      notes: 'The shop refuses. Show which check it was.',
    },
    'exchange-request': {
      title: 'The print shop exchanges the token',
      caption:
        'The shop is a client now: it authenticates at the auth server and shows Alice’s token as subject_token. It asks for a token for the drive (resource), for reading only (scope).',
      why: 'Only the auth server can turn one token into another, and it knows both: what Alice allowed, and what this shop was registered for.',
      without: 'The shop would pass Alice’s token on, and at the drive nobody could tell the shop from the app.',
      cites: ['rfc8693-2.1', 'rfc8693-1.1', 'rfc8693-2.1.1'],
      notes:
        'The tempting shortcut would be to pass Alice’s token on. Instead the shop goes to the auth server, and asks for one of its own.',
    },
    'exchange-response': {
      title: 'A narrower token, with its actor',
      caption:
        'The new token is for the drive, can only read, and ends no later than Alice’s. sub is still Alice, and act says who acts for her: the print shop.',
      why: 'This is delegation: both names stand in the token, so the drive and its logs know who did what for whom. Impersonation would leave the shop’s name out.',
      without:
        'In the drive’s logs it would have been Alice herself, and a misuse by the shop could not be told from one by the app.',
      cites: ['rfc8693-2.2.1', 'rfc8693-4.1', 'rfc8693-1.1'],
      notes: 'Still Alice’s photos, but now it says who acts: the shop. And it can do less than before.',
    },
    'exchange-refused': {
      title: 'The exchange is refused',
      caption:
        'Alice’s token has expired, was revoked, or is not fit for this exchange, so there is nothing to trade. The error is invalid_request, as token exchange has it.',
      why: 'What is made from a token must not outlive it: with her consent end all tokens that came from it.',
      without: 'An expired token could be traded for a fresh one forever.',
      cites: ['rfc8693-2.2.2', 'rfc8693-5'],
      notes: 'The auth server has a list of who may exchange what. Nobody gets more by asking.',
    },
    'print-photos-request': {
      title: 'The print shop calls the drive',
      caption:
        'The shop asks for Alice’s photos with the token it got in exchange. Alice’s own token stays where it is: it would not be accepted here.',
      why: 'Each hop has a token of its own. Whoever steals one holds one hop’s power, and no more.',
      without: 'One token on all hops is as strong as the strongest of them, in the weakest of their hands.',
      cites: ['rfc6750-2.1', 'rfc9700-2.3'],
      notes: 'The shop calls in its own name, for Alice. Both names are in the token.',
    },
    'print-photos-response': {
      title: 'The drive hands over the photos',
      caption:
        'The token is made for this drive, speaks for Alice, and covers reading. The photos of Alice come back, and of nobody else.',
      why: 'The drive needs to know nothing of the app or the order. What counts stands in the token.',
      without:
        'A service account that may read everybody’s photos would do the job too, and would be the most rewarding thing to steal.',
      cites: ['rfc6749-7', 'rfc9700-4.10.2', 'rfc8693-4.1'],
      notes: 'The drive can log what happened: for whom, and by whom. With a passed-on token it could not.',
    },
    'prints-page': {
      title: 'The browser opens the app again',
      caption:
        'Alice’s browser asks the app for its page about the prints. It brings the app’s session cookie and no token.',
      why: 'All that happened behind the app is none of the browser’s business.',
      without: 'Tokens that pass through the page are within reach of every script in it.',
      cites: ['rfc6749-4.1', 'rfc9700-4.2.4'],
      notes: 'Alice sees none of this. She waits for a confirmation.',
    },
    'prints-ordered': {
      title: 'Alice’s prints are ordered',
      caption:
        'Alice gave one permission. Three servers did their part of it, each with a token for the next one only, and the last token still says that it was for her.',
      why: 'When Alice’s access is revoked, the print shop’s token is revoked with it: both belong to the same consent.',
      without: 'She would have to find and stop every service her app ever involved.',
      cites: ['rfc8693-1.1', 'rfc7009-2.1'],
      notes: 'Let somebody name the three tokens of this flow, and what each is good for.',
    },
  },
}
