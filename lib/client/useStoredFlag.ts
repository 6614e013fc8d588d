'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** A yes or no that this browser remembers; false until somebody sets it, and on the server. */
export function useStoredFlag(key: string): [boolean, (value: boolean) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(key) !== null,
    () => false,
  )
  const set = (next: boolean) => {
    if (next) localStorage.setItem(key, 'yes')
    else localStorage.removeItem(key)
    // The storage event reaches only the other tabs.
    for (const listener of listeners) listener()
  }
  return [value, set]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
