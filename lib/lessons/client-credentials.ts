import type { Lesson } from './lesson'
import { pushedAndProven } from './shared/pushed-and-proven'

export const clientCredentialsLesson: Lesson = {
  steps: {
    'token-request': {
      title: 'The backup job asks in its own name',
      caption:
        'It is night, and nobody is there. The backup job tells the auth server what it wants (scope) and proves who it is, with its secret or with an assertion that it signed with its key.',
      why: 'The job acts for itself, so its own credentials are all there is to show. No user, no browser, no redirect: one request, from server to server.',
      without:
        'The job would need the password of some user, could do all that this user can, and would stop when the user leaves.',
      cites: ['rfc6749-4.4', 'rfc6749-4.4.2', 'rfc9700-2.5'],
      notes:
        'No Alice, no browser: a job at night. It asks in its own name, with a secret that only it and the auth server know.',
    },
    'token-nonce': {
      title: 'The auth server asks for its nonce',
      caption:
        'The job proves a key along with its credentials, and the proof has to contain a nonce of the auth server. This one does not; the answer brings one, in DPoP-Nonce.',
      why: 'A nonce the server chose a moment ago shows that the proof was signed after that moment. Clocks need not be trusted.',
      without: 'Somebody with access to the key for a minute could sign proofs dated next week and take them away.',
      cites: ['rfc9449-8', 'rfc9449-11.3'],
      notes: 'Not a refusal of the job, but of old proofs: the server wants one that was made just now.',
    },
    'token-retry': {
      title: 'The job asks again, with a new proof',
      caption:
        'The same request with a proof that has the nonce in it. Its credentials say who is asking; the proof says to which key the token is to be bound.',
      why: 'Credentials and key are two things: the first are shown to the auth server only, the second comes along with every call of the API.',
      without: 'The token would open the API for whoever copies it out of a log.',
      cites: ['rfc9449-8', 'rfc9449-5', 'rfc6749-4.4.2'],
      notes: 'The same request, a fresh proof with the server’s nonce. A recorded one would not do.',
    },
    'token-response': {
      title: 'An access token, and nothing to refresh',
      caption:
        'The auth server knows the job and what it may ask for, so it answers with an access token. A refresh token would spare nobody anything: the job can ask the same way again at any time.',
      why: 'The token stands for the job: its subject is the client itself. It is limited to the scope the job was registered for, and it expires soon.',
      without:
        'With its secret in every API call, the job would hand the key to everything to every API. A token opens one API, for a few minutes.',
      cites: ['rfc6749-4.4.3', 'rfc6749-5.1', 'rfc9068-2.2'],
      notes: 'Ask why there is no refresh token. The job can ask again whenever it likes; there is nobody to disturb.',
    },
    'token-refused': {
      title: 'The auth server gives it no token',
      caption:
        'One of the auth server’s checks said no: about who is asking, or about what is asked for. There is no user who could step in, so these checks are all that protects the API.',
      why: 'Whoever proves to be the job gets what the job may have. So a wrong secret, a used assertion or a scope too wide must end here.',
      without: 'Anybody who knows the name of the job, which is no secret, could act as the job.',
      cites: ['rfc6749-5.2', 'rfc6749-4.4', 'rfc6749-3.3'],
      notes:
        'Show the check. A job that is refused must tell a person, or nobody will notice until the backup is needed.',
    },
    'usage-request': {
      title: 'The job asks how full the drive is',
      caption:
        'The job calls the API with its access token in the Authorization header. Its secret or key stays at home.',
      why: 'The question is about the drive as a whole and concerns no single user. That is what this grant is for.',
      without:
        'Statistics, backups and monitoring would have to borrow the account of some user, with everything in it.',
      cites: ['rfc6749-7', 'rfc6750-2.1'],
      notes: 'It asks for two numbers. Compare the scope in the token with what it would like to have.',
    },
    'usage-nonce': pushedAndProven['resource-nonce'],
    'usage-retry': {
      title: 'The same call, with a new proof',
      caption:
        'The job signs a proof with the API’s nonce and calls again. It keeps the nonce, so that its next calls need no extra round trip.',
      why: 'Token, key and request have to fit together: the proof names this URL, this method and this token.',
      without: 'A proof seen once would do for any other call.',
      cites: ['rfc9449-9', 'rfc9449-7'],
      notes: 'Once more, with a proof nobody can have prepared.',
    },
    'introspection-request': {
      title: 'The API asks what the token means',
      caption:
        'This token is a random string that says nothing by itself, so the API asks the auth server about it. The API authenticates, or anybody could fish for valid tokens here.',
      why: 'Only the auth server knows what an opaque token stands for. Asking costs a round trip and always gives the latest answer.',
      without: 'The API would have to share the auth server’s database, or take every string for a token.',
      cites: ['rfc7662-2.1', 'rfc7662-4'],
      notes: 'An opaque token: the API has to ask whose it is.',
    },
    'introspection-response': {
      title: 'The auth server says whose token it is',
      caption:
        'The auth server says whether the token is active. If it is, subject and client_id are the same, which means that nobody stands behind this token but the client itself.',
      why: 'The API must be able to tell a user from a job, and here it can read the difference.',
      without: 'The API would have to guess for whom a token speaks, and one day it would take a job for a person.',
      cites: ['rfc7662-2.2', 'rfc9068-2.2', 'rfc9700-4.15'],
      notes: 'Look at the subject: it is a client, not a person. Code that expects a user here makes mistakes.',
    },
    'key-set-request': {
      title: 'The API fetches the auth server’s keys',
      caption:
        'This token is a signed JWT, which the API can check by itself. All it needs are the auth server’s public keys, and it keeps them for the next time.',
      why: 'Public keys can be handed to everybody: they verify signatures and cannot make any.',
      without: 'A shared secret instead of public keys would let every API forge tokens for all the others.',
      cites: ['rfc7517-5', 'rfc9068-4'],
      notes: 'With a signed token the API needs the keys once, and nobody else after that.',
    },
    'key-set-response': {
      title: 'The public keys arrive',
      caption:
        'With these keys the API verifies the signature, then reads issuer, audience, scope and subject from the token itself. The subject is the client: no user stands behind it.',
      why: 'Checking locally is fast and needs nobody. The price: the API does not hear of a revocation before the token expires.',
      without: 'An API that skips the signature believes whatever anybody writes into a token.',
      cites: ['rfc7517-5', 'rfc9068-4', 'rfc9068-2.2'],
      notes: 'Public keys: good for checking, useless for making tokens.',
    },
    'usage-response': {
      title: 'The API answers with two numbers',
      caption:
        'The token is good, meant for this API, and covers usage.read, so the job learns how many photos and bytes there are. It learns nothing about any user.',
      why: 'Least privilege: a job that counts gets to count.',
      without: 'One broad scope for every job would make the weakest of them the way to everybody’s photos.',
      cites: ['rfc6749-7', 'rfc9700-2.3'],
      notes: 'Two numbers, and that is all it was allowed. Small permissions make dull attacks.',
    },
    'usage-refused': {
      title: 'The API refuses the token',
      caption:
        'The API does not accept this token, and its WWW-Authenticate header says why. The job does not have to bother anybody: it asks the auth server for another one.',
      why: 'A token that leaked from a log of last week must not open anything today. For the honest job a new one is one request away.',
      without: 'Tokens of jobs nobody looks after would work for years.',
      cites: ['rfc6750-3', 'rfc6750-3.1', 'rfc6749-4.4.3'],
      notes: 'The same token, another check. Read which one aloud.',
    },
    'photos-request': {
      title: 'The job tries to get photos, too',
      caption:
        'With the same token the job now asks for photos. A program may ask for anything; what counts is what the API makes of it.',
      why: 'Jobs have bugs, and some are taken over. Try it here and see which check stops it.',
      without: 'Nobody would know whether the limit holds before somebody tests it who should not.',
      cites: ['rfc6749-7', 'rfc9700-4.15'],
      notes: 'Now the job tries its luck: photos belong to a person. Let the room predict the answer.',
    },
    'photos-refused': {
      title: 'A user’s photos stay closed',
      caption:
        'Photos belong to users, and no user ever agreed to this. The token speaks for the job and covers usage.read only, so the API refuses.',
      why: 'Nobody can consent for Alice but Alice. A client that wants her photos has to send her through a grant in which she decides.',
      without:
        'A job that registers under the name “alice” would be taken for Alice by an API that compares nothing but the subject.',
      cites: ['rfc9700-4.15', 'rfc6750-3.1', 'rfc9068-2.2'],
      notes: 'Refused, and rightly: nobody gave it Alice’s consent. This is a success.',
    },
    'photos-response': {
      title: 'The API answers without looking closer',
      caption:
        'The API handed something over, because a check that asks for whom the token speaks, or what it covers, was not made. See in the checks which one was off.',
      why: 'A token is only as narrow as the API that reads it.',
      without:
        'With these checks the answer would have been 403, and the job would hold nothing that belongs to a user.',
      cites: ['rfc9700-4.15', 'rfc9700-2.3'],
      notes:
        'The API did not look closer, and handed over a person’s photos to a machine. Ask which line of code was missing.',
    },
    'revocation-request': {
      title: 'The job gives its token back',
      caption:
        'The night’s work is done, so the job tells the auth server that it no longer needs the token. It proves who it is the same way as before.',
      why: 'What is not needed any more should not work any more, even if only minutes are left.',
      without: 'A token forgotten in a log or a crash report would stay good until its clock runs out.',
      cites: ['rfc7009-2', 'rfc7009-2.1'],
      notes: 'A job that has done its work can give its token back. Few do.',
    },
    'revocation-response': {
      title: 'The auth server has revoked the token',
      caption:
        'The auth server answers 200, and would do so for a token it does not know. An API that asks it will hear of this at once; one that trusts a signed JWT only when that expires.',
      why: 'Only this one token has ended. The credentials are as good as before, so whoever has stolen those must be stopped at the registration.',
      without: 'An error for unknown tokens would tell a stranger which tokens exist.',
      cites: ['rfc7009-2.2', 'rfc7009-2'],
      notes: 'Done. What was copied in the meantime is worth nothing now, unless somebody checks signatures only.',
    },
    'revocation-refused': {
      title: 'The auth server refuses the revocation',
      caption:
        'The auth server cannot tell that this caller may end this access, so it changes nothing. The token works as before.',
      why: 'Ending access has power, too: only the client a token was given to may revoke it.',
      without: 'Anybody who can send a request could stop every backup.',
      cites: ['rfc7009-2.1', 'rfc7009-2.2.1'],
      notes: 'Whoever cannot prove to be the client cannot end its access either.',
    },
  },
}
