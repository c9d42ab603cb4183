import type { StepLesson } from './lesson'

/** What a service might try that wants more than it was given. */
export const escalations = {
  'wider-exchange': {
    title: 'The shop asks for more',
    caption:
      'The same exchange, with photos.write in its scope. Alice allowed her app to write; she allowed nobody to hand that on.',
    why: 'A service in the middle is a good place to attack: everybody’s tokens come by.',
    without: 'Every service along the way could help itself to whatever the first one was given.',
    cites: ['rfc8693-5', 'rfc9700-2.3'],
    notes: 'Now the shop tries: may it have a little more?',
  },
  'wider-exchange-refused': {
    title: 'More scope is refused',
    caption:
      'The shop is registered for reading, so invalid_scope it is. What comes out of an exchange lies within Alice’s token and within what the service may have.',
    why: 'The two limits hold together: the user’s decision, and what this service was set up for.',
    without: 'A service that was broken into could write where it was only ever meant to read.',
    cites: ['rfc8693-5', 'rfc6749-5.2'],
    notes: 'No. An exchange can only ever narrow.',
  },
  'elsewhere-exchange': {
    title: 'The shop asks for another API',
    caption:
      'The same exchange, aimed at the company’s HR directory. It is an API this auth server knows, and Alice’s token was never about it.',
    why: 'Choosing the target is the other way to grow: not more rights here, but any rights there.',
    without: 'One token would open the way to every API behind the same auth server.',
    cites: ['rfc8693-2.1', 'rfc8707-2'],
    notes: 'The same scope, another API. Ask whether that is more, or only different.',
  },
  'elsewhere-exchange-refused': {
    title: 'The other API is refused',
    caption:
      'The auth server keeps a list of targets for each service, and the directory is not on the print shop’s. The error is invalid_target.',
    why: 'Who may call whom on whose behalf is the operator’s decision, written down beforehand.',
    without: 'Every service could reach every other one, with the rights of whichever user came by.',
    cites: ['rfc8693-2.2.2', 'rfc8693-5'],
    notes: 'Not on the list, so no.',
  },
  'elsewhere-exchange-granted': {
    title: 'The other API is granted',
    caption:
      'This auth server lets any service exchange for any target, and hands out a token for the directory. Nobody decided that, Alice least of all.',
    why: 'Set the exchange policy back to the list and try again: the same request is refused.',
    without: 'You are looking at it.',
    cites: ['rfc8693-5', 'rfc9700-2.3'],
    notes: 'Granted, since nobody keeps a list. Ask what the shop can reach now.',
  },
  'stray-exchange': {
    title: 'The shop exchanges a stray token',
    caption:
      'As subject_token the shop now shows a token that was made for the drive. It stands for tokens that were lost or stolen elsewhere and turn up here.',
    why: 'A service can be fed tokens of others. The question is whether its own credentials make them worth anything.',
    without: 'Whoever finds any token at all could bring it to the service with the best connections.',
    cites: ['rfc8693-5', 'rfc9700-4.10.2'],
    notes: 'A token that was never meant for the shop, found somewhere. Can it be traded?',
  },
  'stray-exchange-refused': {
    title: 'The stray token is refused',
    caption:
      'The token’s audience is the drive, and the one who exchanges it is the print shop. Only a token that was made for a service can be exchanged by it.',
    why: 'So a service acts only for users who really called it. Otherwise it is a confused deputy, lending its power to whoever asks.',
    without: 'A token for a harmless API could be turned into one for a dangerous one, by way of a service in between.',
    cites: ['rfc8693-2.1', 'rfc8693-2.2.2', 'rfc8693-5'],
    notes: 'Whose audience is not the shop, the shop cannot trade in.',
  },
  'stray-exchange-granted': {
    title: 'The stray token is accepted',
    caption:
      'This auth server does not ask for whom the token was made, and gives a new one for it. The shop now acts for a user who may never have called it.',
    why: 'Set the exchange policy back to the list and try again: the audience is compared then.',
    without: 'You are looking at it.',
    cites: ['rfc8693-5', 'rfc9700-4.10.2'],
    notes: 'Accepted. Any token found anywhere has become a token for the shop.',
  },
  'public-exchange': {
    title: 'A public app tries the same',
    caption:
      'The same token, shown in the name of an app that has no secret: anybody can send its client_id. This is how a thief without credentials would try.',
    why: 'Tokens get stolen. What matters is what else the thief needs.',
    without: 'A stolen token could be widened to other APIs by whoever holds it.',
    cites: ['rfc8693-2.1', 'rfc6749-2.1'],
    notes: 'An app without a secret tries the same.',
  },
  'public-exchange-refused': {
    title: 'The public app is refused',
    caption:
      'That app is not registered for token exchange, and could not prove who it is if it were. The error is unauthorized_client.',
    why: 'Whoever exchanges tokens acts with other people’s power, so it has to be somebody known.',
    without: 'The act claim would name whomever the thief chose to be.',
    cites: ['rfc8693-5', 'rfc6749-5.2'],
    notes: 'Who cannot prove who it is cannot act for anybody.',
  },
} as const satisfies Record<string, StepLesson>
