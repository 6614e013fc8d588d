/** A person stopped the job, or the process is about to end. What was committed before stays. */
export class Stopped extends Error {
  constructor() {
    super('The job was stopped.')
    this.name = 'Stopped'
  }
}
