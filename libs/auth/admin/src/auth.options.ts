export interface AuthOptions {
  readonly secret: string;
  readonly algorithm: 'HS256' | 'HS384' | 'HS512';
  readonly issuer: string;
  readonly audience: string;
}

export const AUTH_OPTIONS = Symbol('AuthOptions');
