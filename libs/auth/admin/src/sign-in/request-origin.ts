/** Where a request comes from that nobody has signed yet. */
export interface RequestOrigin {
  /** The client's, as trusted proxies tell it. */
  readonly address: string;
  readonly requestId: string;
}
