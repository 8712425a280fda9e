/** A tool cannot do what was asked, for a reason that the message alone tells whoever asked: no stack helps them. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
