/** The command was called in a way that cannot work. One sentence; exit code 2. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem'
}
