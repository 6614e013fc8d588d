/** The adapter of any other provider: its connections are read by a mapping of their own. */
export const MAPPED_ADAPTER = 'custom'
