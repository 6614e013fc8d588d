/** Round marks from 0 up to at least `max`, about `wanted` steps, whole numbers. [0, 1] when there is nothing. */
export function niceTicks(max: number, wanted = 3): number[] {
  if (max <= 0) return [0, 1]
  const rough = Math.max(1, max / wanted)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power
  const ticks = [0]
  while (ticks[ticks.length - 1]! < max) ticks.push(ticks.length * step)
  return ticks
}
