/**
 * Something that the person at the terminal can mend: the message is one sentence for them, printed without a
 * stack trace, and the command ends with exit code 1.
 */
export class StartFailure extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'StartFailure'
  }
}
