/** Stands for the sender's own id of a text in the URL that we show; to be replaced with every send. */
export const PLACEHOLDER = 'OUR-ID'
