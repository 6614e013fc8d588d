/** Thrown by a commit that holds receipts for connections which were removed in the meantime. Nothing was written. */
export class ConnectionGone extends Error {
  constructor(readonly connectionIds: ReadonlySet<number>) {
    super(`Connections ${[...connectionIds].join(', ')} were removed.`)
    this.name = 'ConnectionGone'
  }
}
