export { apiTokens, scopesOfKind, tokenStatus, type ApiToken, type ApiTokenChange, type NewApiToken } from './api-token.store.js';
export { bearerOf } from './bearer.js';
export { Principal, type PrincipalFields } from './principal.js';
export { AccountOrigins } from './account-origins.js';
export { SessionTokens, type SessionToken, type VisitorSession } from './session-tokens.js';
export { AccountMismatch, Forbidden, ScopeMissing, TokenExpired, TokenInvalid, TokenMissing, TokenRevoked } from './token.errors.js';
export { mintToken, parseToken, type TokenKind } from './token-format.js';
export { TokenVerifier } from './token-verifier.js';
