import { once } from 'node:events'
import { createServer } from 'node:net'
import { StartProblem } from '@/lib/StartProblem'

/** @throws StartProblem when nobody could listen there; before a minute is spent on anything else. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer()
  try {
    probe.listen(port, host)
    await once(probe, 'listening')
  } catch (error) {
    throw explain(host, port, error as NodeJS.ErrnoException)
  }
  probe.close()
  await once(probe, 'close')
}

function explain(host: string, port: number, error: NodeJS.ErrnoException): StartProblem {
  if (error.code === 'EADDRINUSE')
    return new StartProblem(`Port ${port} is in use: stop the program that uses it, or set PORT to another one.`)
  if (error.code === 'EACCES')
    return new StartProblem(`This user may not listen on port ${port}: set PORT to a number above 1023.`)
  return new StartProblem(
    `Landed cannot listen on ${host}, port ${port} (${error.code ?? error.message}): check HOST and PORT.`,
  )
}
