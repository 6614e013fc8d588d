import { get } from 'node:http'
import { liveChange } from '@/lib/contracts/live'
import { HttpLane } from '../load/HttpLane'
import { LatencyRecorder } from '../load/LatencyRecorder'
import type { TwilioTraffic } from '../load/TwilioTraffic'

const LANES = 32
const TICK_MS = 10

/**
 * Time from the POST of a callback to the event on an open stream that counts it, at a steady rate. Events count
 * receipts, and receipts are committed nearly in the order in which they were posted: the n-th counted is the n-th posted.
 */
export async function liveLatency(
  port: number,
  traffic: TwilioTraffic,
  perSecond: number,
  seconds: number,
): Promise<LatencyRecorder> {
  const posted: number[] = []
  const latencies = new LatencyRecorder()
  const stream = await openStream(port, (receipts) => {
    const now = performance.now()
    for (const at of posted.splice(0, receipts)) latencies.add(now - at)
  })
  const lanes = await Promise.all(Array.from({ length: LANES }, () => HttpLane.open(port)))
  await postSteadily(lanes, traffic, posted, perSecond, seconds)
  const expected = perSecond * seconds
  const deadline = performance.now() + 5_000
  while (latencies.count < expected && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, TICK_MS))
  stream.close()
  for (const lane of lanes) lane.close()
  if (latencies.count < expected)
    throw new Error(`Only ${latencies.count} of ${expected} receipts were seen on the stream.`)
  return latencies
}

async function postSteadily(
  lanes: HttpLane[],
  traffic: TwilioTraffic,
  posted: number[],
  perSecond: number,
  seconds: number,
) {
  const started = performance.now()
  const total = perSecond * seconds
  const idle = [...lanes]
  const open: Promise<void>[] = []
  let sent = 0
  while (sent < total) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * perSecond))
    while (sent < due) {
      const lane = idle.pop()
      if (!lane) break
      posted.push(performance.now())
      open.push(lane.send(traffic.next()).then(() => void idle.push(lane)))
      sent += 1
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS))
  }
  await Promise.all(open)
}

function openStream(port: number, onReceipts: (receipts: number) => void): Promise<{ close(): void }> {
  return new Promise((resolve, reject) => {
    const request = get(
      { host: '127.0.0.1', port, path: '/api/live', headers: { host: `localhost:${port}` } },
      (response) => {
        let buffer = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          buffer += chunk
          const events = buffer.split('\n\n')
          buffer = events.pop() ?? ''
          for (const event of events) {
            if (/^event: hello$/m.test(event)) resolve({ close: () => request.destroy() })
            const data = /^event: change$/m.test(event) ? /^data: (.*)$/m.exec(event)?.[1] : undefined
            if (data) onReceipts(liveChange.parse(JSON.parse(data)).receipts)
          }
        })
      },
    )
    request.on('error', reject)
  })
}
