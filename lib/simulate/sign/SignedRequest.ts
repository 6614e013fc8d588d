/** One HTTP request as a provider would send it. */
export interface SignedRequest {
  method: string
  /** Path and query, to be sent as they stand: the signature may cover them. */
  path: string
  /** Names in lower case. */
  headers: Record<string, string>
  /** Empty for GET. */
  body: string
}
