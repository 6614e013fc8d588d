/** Larger callbacks are refused. The largest known batches of providers are some 100 KiB. */
export const MAX_BODY_BYTES = 1024 * 1024

/** The wire-exact request target, handed from the server to Next's route, whose own URL is normalised. */
export const TARGET_HEADER = 'x-landed-target'
