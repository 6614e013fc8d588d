const store = globalThis as unknown as Record<symbol, unknown>

/**
 * One instance per process, whoever asks first. A custom server and Next's bundles load two copies of every module
 * (symptom: two pools, two batchers, events that never arrive), so nothing process-wide may live in a module variable.
 */
export function processSingleton<T>(name: string, create: () => T): T {
  const key = Symbol.for(`landed.${name}`)
  if (!(key in store)) store[key] = create()
  return store[key] as T
}

/** Forgets an instance, so that the next one who asks creates a new one. For tests and benchmarks that change databases. */
export function forgetSingleton(name: string): void {
  delete store[Symbol.for(`landed.${name}`)]
}
