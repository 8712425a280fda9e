import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
const ISSUER = 'Salient';
const RECOVERY_CODES = 10;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new secret of 160 bits (RFC 4226 §4), in base32. */
export function mintTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What authenticator apps read from a QR code. */
export function otpauthUrl(email: string, secret: string): string {
  return totpOf(secret, email).toString();
}

/** The time step that a code belongs to (RFC 6238), one step of clock difference allowed; null for a wrong code. */
export function totpStep(secret: string, code: string, nowMs = Date.now()): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: nowMs, window: 1 });
  return delta === null ? null : Math.floor(nowMs / 1_000 / PERIOD_SECONDS) + delta;
}

/** Ten codes of 50 bits, such as `k3vza-7mq2x`; each signs in once. */
export function mintRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const text = [...randomBytes(10)].map((byte) => BASE32[byte % BASE32.length]).join('');
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
}

function totpOf(secret: string, label?: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) });
}
