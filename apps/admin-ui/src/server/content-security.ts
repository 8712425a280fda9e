/** Stands in `index.html` where each answer gets a nonce of its own. */
export const CSP_NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * The page may run its own files, speak with its own origin, and nothing else. The nonce is for the one style element that a
 * component library adds while a dialog is open.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
