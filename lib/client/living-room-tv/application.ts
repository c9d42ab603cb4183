/** The application's name among the cast, and in the registrations. */
export const APPLICATION = 'living-room-tv'
/** Where its screen lies, below the base of the clients. */
export const PATH = '/tv'
