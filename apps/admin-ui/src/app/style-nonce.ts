/** Where the library that holds the page still behind a dialog looks for the nonce of its style element (`get-nonce`). */
declare global {
  var __webpack_nonce__: string | undefined;
}

globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;

export {};
