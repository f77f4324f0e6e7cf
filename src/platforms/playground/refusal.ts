/** A request that is not served; the sentence says what was wrong with it. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number

  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}
