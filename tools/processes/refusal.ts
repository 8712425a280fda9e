/** A tool cannot do what was asked, for a reason that one line tells whoever asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
