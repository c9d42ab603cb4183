import type { Lesson } from './lesson'
import { refusals } from './shared/refusals'
import { useOfTokens } from './shared/use-of-tokens'

export const passwordLesson: Lesson = {
  steps: {
    'open-app': {
      title: 'Alice opens the desktop app',
      caption:
        'Alice opens an app that works with her photo drive. It does not send her to the auth server, so what happens next happens between her and the app alone.',
      why: 'The grant was meant for moving old apps, which stored passwords, to tokens. Its place was the service’s own software, where nothing else could be done.',
      without:
        'With a redirect to the auth server, Alice would sign in there, and no app would have to be trusted with a password.',
      cites: ['rfc6749-4.3', 'rfc6749-10.7', 'rfc9700-2.4'],
      notes: 'An app from the same house as the drive. Ask whether that makes it all right to ask for her password.',
    },
    'sign-in-page': {
      title: 'The app itself asks for her password',
      caption:
        'Look at the address: this sign-in form is the app’s own page, and not the auth server’s. Nothing on it tells an honest app from one that steals passwords.',
      why: 'The app needs the password because in this grant the password is what it trades. There is no page on which Alice could decide about less.',
      without:
        'Where apps never ask, a form like this one is an alarm. Where they do, people learn to type their password into whatever asks for it.',
      cites: ['rfc6749-4.3.1', 'rfc6819-4.4.3', 'rfc9700-2.4'],
      notes: 'Compare it with the login page of the code flow: same fields, other owner. Alice cannot tell them apart.',
    },
    'sign-in-at-app': {
      title: 'Alice types her password into the app',
      caption:
        'Her browser posts username and password to the app. From this moment the app can do everything that Alice can do, and see: the password is now on its key ring.',
      why: 'She consents by typing. What she gives is not one permission but her whole account, until she changes the password.',
      without: 'In the other grants of this catalogue, the app never gets to see this request.',
      cites: ['rfc6749-4.3.1', 'rfc6749-10.7', 'rfc6819-4.4.3.1'],
      notes: 'Here the password goes to an app. Count from now on who has it.',
    },
    'password-taken': {
      title: 'The app has her password',
      caption:
        'The app keeps the password until its next request is made, and sends the browser on to another page. Find it under Tokens & storage, in full, among the app’s sign-ins.',
      why: 'A password cannot be kept as a hash by somebody who has to send it on. It lies there readable, for the app and for whoever breaks into it.',
      without:
        'An app that holds only a token loses a token when it is broken into, and the auth server can revoke that.',
      cites: ['rfc6749-10.7', 'rfc6819-4.4.3.1'],
      notes:
        'Open the exposure tab. The list of those who know her password has just grown, and nobody can take it back.',
    },
    'password-request': {
      title: 'The app sends the password on',
      caption:
        'The app sends Alice’s username and password to the token endpoint, with the scope it would like to have. It authenticates itself as well, so that not every program can try passwords here.',
      why: 'The auth server sees a password and a client, and cannot see Alice. It cannot ask her for consent, a second factor or a passkey, for she is not there.',
      without:
        'Without client authentication and a limit on wrong guesses, this endpoint is a machine for trying stolen passwords.',
      cites: ['rfc6749-4.3.2', 'rfc6749-3.2.1', 'rfc6749-10.10'],
      notes: 'The app signs in as Alice. The auth server cannot tell whether she sits there.',
    },
    'token-response': {
      title: 'Password in, tokens out',
      caption:
        'The password is right, so the app gets its tokens and must now forget the password. It did: the column is empty, but the key ring remembers that the app has seen it.',
      why: 'From here on a token does the work, with a scope and an end. That was the progress over apps that sent the password with every call.',
      without:
        'Whether an app really forgets, nobody outside can check. Only changing the password takes back what it may have kept.',
      cites: ['rfc6749-4.3.3', 'rfc6749-4.3.1', 'rfc6749-5.1'],
      notes:
        'It works, and that was the appeal. Ask for what is missing: no consent, no second factor, no choice of scope.',
    },
    'password-refused': {
      title: 'The auth server does not hand out tokens',
      caption:
        'The error says of which kind the problem is. invalid_grant: name and password do not match, or too many wrong ones came; unsupported_grant_type: this server does not offer the grant at all.',
      why: 'Servers that follow RFC 9700 have switched this grant off for everybody, and OAuth 2.1 has dropped it. The password crossed the app all the same.',
      without:
        'An answer that told an unknown name from a wrong password would be a list of the users. An endpoint without a limit would find the password in the end.',
      cites: ['rfc6749-5.2', 'rfc9700-2.4', 'rfc6819-4.4.3.6'],
      notes: 'Say which rule it was. Under today’s rules this grant is not offered at all.',
    },
    'outcome-page': {
      title: 'The app shows what became of it',
      caption:
        'The browser opens the page it was sent to. The app has forgotten the password it was refused with, and tells Alice what she can do now.',
      why: 'A wrong password she can type again. A grant that is switched off she cannot mend, and typing more passwords would only give more of them away.',
      without: 'An app that blames every refusal on the password makes people try all the passwords they have.',
      cites: ['rfc6749-4.3.1', 'rfc6749-5.2'],
      notes: 'All that Alice learns is what this app chooses to tell her.',
    },
    'sign-in-page-again': {
      title: 'The app asks once more',
      caption:
        'The sign-in form comes back with a sentence that does not say which of the two was wrong. Every try that goes wrong has shown the app one more of Alice’s passwords.',
      why: 'People who are told “wrong password” try the ones of their other accounts. At the auth server’s own page no app would see them.',
      without: 'With a redirect, a slip of the memory would stay between Alice and the server that knows her.',
      cites: ['rfc6819-4.4.3.1', 'rfc6819-4.4.3.6'],
      notes: 'And so people learn to type their password wherever somebody asks.',
    },
    'resource-request': {
      ...useOfTokens['resource-request'],
      caption:
        'The app asks the API for Alice’s photos with its access token in the Authorization header. To the API this looks like in every other grant: it cannot see that a password was behind it.',
    },
    'introspection-request': useOfTokens['introspection-request'],
    'introspection-response': useOfTokens['introspection-response'],
    'key-set-request': useOfTokens['key-set-request'],
    'key-set-response': useOfTokens['key-set-response'],
    'resource-response': {
      title: 'The API hands over the photos',
      caption:
        'The token is valid and covers reading photos, so the API answers. Nobody asked Alice about the scope: it is what the app was registered for.',
      why: 'The API enforces what stands in the token. What stands there, in this grant, the app chose within its registration.',
      without: 'Without a limit set at registration, the app could have asked for everything and got it.',
      cites: ['rfc6749-7', 'rfc6749-3.3', 'rfc6819-4.4.3.2'],
      notes: 'The photos are the same as in the code flow. The price is not.',
    },
    'photos-page': {
      title: 'Alice’s window asks for the photos',
      caption:
        'The page asks the app for the photos with the app’s own session cookie. Neither password nor token comes along any more.',
      why: 'Between Alice and the app an ordinary session is enough, now that the app has its tokens.',
      without: 'An app without tokens would have to keep the password and send it whenever it needs photos.',
      cites: ['rfc6749-4.3'],
      notes: 'Her window asks, as always. What is different lies behind it.',
    },
    'photos-shown': {
      title: 'Alice sees her photos, at a price',
      caption:
        'The photos are the same as in every other grant. Here one more party has seen the password: compare the app’s key ring with the one in the authorization code flow.',
      why: 'It works, and that is why it spread. What is wrong with it does not show on the screen that people see.',
      without: 'With the authorization code flow, Alice would see the same photos and no app would have her password.',
      cites: ['rfc6749-10.7', 'rfc9700-2.4'],
      notes: 'Let the room say what she paid: her password, in one more place, for good.',
    },
    'refresh-request': useOfTokens['refresh-request'],
    'refresh-response': useOfTokens['refresh-response'],
    'revocation-request': useOfTokens['revocation-request'],
    'revocation-response': useOfTokens['revocation-response'],
    'app-error': {
      title: 'The app cannot sign her in',
      caption:
        'The app shows an error that it cannot mend, with what the auth server said. Alice has handed over her password and has got nothing for it.',
      why: 'An app that is told no has to live with it. It should now send her to the auth server’s own login page, with the authorization code flow.',
      without: 'An app that hides the reason leaves her guessing, and makes her type her password again.',
      cites: ['rfc6749-5.2', 'rfc9700-2.4'],
      notes: 'The app gives up. If it kept the password, it could try again at any time; nobody would know.',
    },
    'access-refused': refusals['access-refused'],
    'refresh-refused': refusals['refresh-refused'],
    'revocation-refused': refusals['revocation-refused'],
  },
}
