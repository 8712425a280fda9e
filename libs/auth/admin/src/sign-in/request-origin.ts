/** Where a request comes from that says who somebody is. */
export interface RequestOrigin {
  /** The client's, as trusted proxies tell it. */
  readonly address: string;
  readonly requestId: string;
}
