import { processSingleton } from '@/lib/db/processSingleton'
import { log } from '@/lib/log'
import { ProviderFiles, type ReadUrl } from './ProviderFiles'
import { readProviderUrl } from './readProviderUrl'

export interface ProviderSite {
  files: ProviderFiles
  /** Reads a URL now, without keeping the answer: for handshakes. Throws when it cannot be had. */
  readUrl: ReadUrl
}

/** The providers' sites as this process reaches them. Tests put their own in place by `processSingleton('providerSite')`. */
export function providerSite(): ProviderSite {
  return processSingleton('providerSite', () => createProviderSite(readProviderUrl))
}

/** A site over any way of reading a URL. */
export function createProviderSite(readUrl: ReadUrl): ProviderSite {
  const onError = (url: string, error: unknown) =>
    log.warn({ err: error, host: new URL(url).host }, 'what a provider needs to be checked with could not be fetched')
  return { readUrl, files: new ProviderFiles(readUrl, onError) }
}
