/**
 * Something that keeps Landed from starting and that the person at the terminal can put right.
 * The message is one clear sentence; whoever catches it prints that alone, without a stack, and exits with code 1.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
