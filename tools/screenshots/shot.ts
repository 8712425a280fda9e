import type { BrowserContextOptions, Page } from 'playwright-core';
import type { DevJson } from '../local-stack/dev-json.ts';

/** One picture for the docs. */
export interface Shot {
  /** `docs/images/{name}.png`. */
  readonly name: string;
  /** Size, theme, language and what else a browser may be. */
  readonly browser: BrowserContextOptions;
  /** Brings the page to what the picture shows. */
  compose(page: Page, stack: DevJson): Promise<void>;
}

export const DESKTOP = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 };
export const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
