'use client'

import { type PointerEvent, type RefObject, useRef, useState } from 'react'

/** Fewer pixels than this are a click with an unsteady hand. */
const SLACK_PX = 8

/**
 * Dragging with the mouse over `count` equally wide bars inside `plot`. Gives the bars under the drag while it lasts
 * and calls `onRange` with the first and last when it ends. Touch scrolls instead.
 */
export function useDragRange(
  plot: RefObject<SVGSVGElement | null>,
  count: number,
  onRange: (first: number, last: number) => void,
) {
  const [range, setRange] = useState<[number, number] | null>(null)
  const start = useRef<{ x: number; index: number } | null>(null)
  const dragged = useRef(false)

  const indexAt = (x: number) => {
    const box = plot.current?.getBoundingClientRect()
    if (!box || box.width === 0) return 0
    return Math.min(Math.max(Math.floor(((x - box.left) / box.width) * count), 0), count - 1)
  }
  return {
    range,
    /** True for the click that ends a drag. */
    justDragged: () => dragged.current,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        dragged.current = false
        if (event.pointerType === 'mouse' && event.button === 0 && count > 0)
          start.current = { x: event.clientX, index: indexAt(event.clientX) }
      },
      onPointerMove: (event: PointerEvent) => {
        if (!start.current) return
        if (!range && Math.abs(event.clientX - start.current.x) < SLACK_PX) return
        const here = indexAt(event.clientX)
        dragged.current = true
        setRange([Math.min(start.current.index, here), Math.max(start.current.index, here)])
      },
      onPointerUp: () => {
        start.current = null
        if (range) onRange(...range)
        setRange(null)
      },
      onPointerLeave: () => {
        start.current = null
        setRange(null)
      },
    },
  }
}
