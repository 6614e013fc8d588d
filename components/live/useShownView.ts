'use client'

import { useState } from 'react'

/**
 * The view whose figures are on screen: the wanted one as soon as its own figures are here (`ready`), until then the
 * one before, whole: words, links and figures of one range never mix with those of another.
 */
export function useShownView<View extends object>(wanted: View, ready: boolean): View | null {
  const [shown, setShown] = useState<View | null>(ready ? wanted : null)
  if (ready && !sameParts(wanted, shown)) {
    setShown(wanted)
    return wanted
  }
  return shown
}

function sameParts<View extends object>(a: View, b: View | null): boolean {
  return b !== null && (Object.keys(a) as (keyof View)[]).every((key) => Object.is(a[key], b[key]))
}
