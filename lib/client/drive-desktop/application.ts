/** The application's name among the cast, and in the registrations. */
export const APPLICATION = 'drive-desktop'
/** Where its pages lie, below the base of the clients. */
export const PATH = '/desktop'
