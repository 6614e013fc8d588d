'use client'

import { useCallback, useSyncExternalStore } from 'react'

const KEY = 'landed-author'
const CHANGED = 'landed-author-changed'

/** The name that a person gives for what they change, remembered in this browser; "" until they have given one. */
export function useAuthor(): [author: string, setAuthor: (author: string) => void] {
  const author = useSyncExternalStore(subscribe, read, () => '')
  const setAuthor = useCallback((next: string) => {
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // A browser that keeps nothing asks again the next time.
    }
    window.dispatchEvent(new Event(CHANGED))
  }, [])
  return [author, setAuthor]
}

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('storage', listener)
    window.removeEventListener(CHANGED, listener)
  }
}
