/** Where the page shows a message. */
export const linkTo = (message: string): string => `/playground#message-${message}`
