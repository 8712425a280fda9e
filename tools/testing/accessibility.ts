import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What depends on colours: all that can differ between two themes, whose documents are the same. */
export const COLOUR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** Something that keeps people out: the rule of axe, and where it is broken. */
export interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly target: readonly string[]; readonly failureSummary: string }[];
}

/**
 * What axe finds wrong with a page as it is painted, in its own document; a page of many frames needs more. Axe is put into the
 * page once and asked there: a tenth of what `@axe-core/playwright` takes, which opens another page for each answer.
 *
 * @param rules only these
 */
export async function violationsOn(page: Page, rules?: readonly string[]): Promise<Violation[]> {
  await page.evaluate(`if (!window.axe) { ${source} }; undefined`);
  return page.evaluate<Violation[]>(`(${CHECK})(${JSON.stringify(rules ?? null)})`);
}

/** Waits for the next painting first: right after a change of theme some of the page is in the one before. */
const CHECK = `async (rules) => {
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const { violations } = await axe.run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) });
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, target, failureSummary }) => ({ html, target: target.map(String), failureSummary })),
  }));
}`;
