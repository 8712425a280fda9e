/** What is wrong in a row of a file, in words for whoever keeps the file. */
export interface RowFault {
  /** The column's name in the file; empty when it is the whole row. */
  readonly column: string;
  readonly code: string;
  readonly message: string;
  /** What may have been meant; empty when nobody can tell. */
  readonly suggestion: string;
}
