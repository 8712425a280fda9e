/** Where a request comes from that says who somebody is. */
export interface RequestOrigin {
  /** The client's, as trusted proxies tell it. */
  readonly address: string;
  /** What the client says that it is, cut to a length that can be kept; null when it says nothing. */
  readonly userAgent: string | null;
  readonly requestId: string;
}
