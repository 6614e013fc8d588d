/** The URL that a provider must call for a connection. A stable interface: providers keep it for years. */
export function callbackUrl(publicUrl: string, adapter: string, publicId: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/api/callbacks/${adapter}/${publicId}`
}
