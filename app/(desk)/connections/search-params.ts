import { parseAsString } from 'nuqs/server'

/** `add`: the dialog that adds a connection, at the form of that provider; "choose" begins with the choice. */
export const connectionsSearchParams = { add: parseAsString }
