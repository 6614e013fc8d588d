import { createLoader } from 'nuqs/server'
import { liveParams } from '@/components/live/liveParams'

/** Reads the address bar of the Live screen on the server. */
export const loadLiveParams = createLoader(liveParams)
