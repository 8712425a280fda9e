import { agentIn, say } from '@salient/admin-api/testing';
import type { Page } from 'playwright-core';
import { startAdminUi, type AdminUi } from '../testing/start-admin-ui.js';

const SPEC_MS = 120_000;
const NARROW = { width: 375, height: 780 };

describe('Every screen that the navigation leads to', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor');
    const { address } = ui.admin.tenancy.tenants['harbor']!;
    const agent = await agentIn(address, 'info');
    await say(address, agent, [
      { question: 'Donaudampfschifffahrtsgesellschaftskapitaenspatent'.repeat(3), answer: 'Yes.', searches: [0], cost: '0.0123' },
      { question: 'Do you take dogs?', answer: 'I do not know.', searches: [0], model: 'a-model' },
    ]);
    const list = { slug: 'questions', name: 'Questions', entry_type: 'faq' };
    await ui.admin.send('editor', 'post', '/accounts/harbor/directory-lists', list);
    const entry = {
      name: 'Parking',
      data: { question: 'Where can I park?', answer: 'In the garage.' },
      tags: ['arrival', 'a-rather-long-tag-without-a-space-in-it'],
    };
    await ui.admin.send('editor', 'post', '/accounts/harbor/directory-lists/questions/entries', entry);
    const token = { name: 'A server with a rather long name', kind: 'sk', scopes: ['chat:write'] };
    await ui.admin.send('owner', 'post', '/accounts/harbor/tokens', token);
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  /** The elements that reach beyond the window's right edge, where the page can be scrolled there. */
  const tooWide = (page: Page) =>
    page.evaluate(() => {
      if (document.documentElement.scrollWidth <= innerWidth) return [];
      return [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => `${element.tagName}.${element.className}`);
    });
  /** Goes there as a link does, without loading everything anew, and waits until all is shown. */
  const goTo = async (page: Page, address: string) => {
    const [path, title] = [new URL(page.url()).pathname, await page.title()];
    await page.evaluate((to) => (history.pushState(null, '', to), dispatchEvent(new PopStateEvent('popstate'))), address);
    const isOtherPage = new URL(address, ui.url).pathname !== path;
    await page.waitForFunction(([former, isOther]) => (!isOther || document.title !== former) && !document.querySelector('.skeleton'), [
      title,
      isOtherPage,
    ] as const);
    await page.waitForLoadState('networkidle');
  };

  it.each(['en', 'de'] as const)(
    'fits a narrow phone, and keeps nobody out: %s',
    async (language) => {
      const page = await ui.signIn('root', '/', { language });
      const links = page.getByRole('navigation').getByRole('link');
      await links.nth(10).waitFor();
      const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
      expect(addresses).toHaveLength(11);
      await page.setViewportSize(NARROW);
      for (const address of [
        ...addresses,
        '/you',
        '/accounts/harbor/directories/questions',
        '/accounts/harbor/directories/questions/entries/new',
        '/accounts/harbor/directories/questions/import',
        '/accounts/harbor/directories/questions?tab=settings',
        '/accounts/harbor/directory-schemas',
        '/accounts/harbor/directory-schemas/faq',
        '/platform/fleet?tab=moves',
        '/platform/fleet?tab=migrations',
      ]) {
        await goTo(page, address);
        await ui.screenshot(page, `phone-${language}${address.replaceAll(/[/?=]/g, '-')}`);
        expect([address, await tooWide(page)]).toEqual([address, []]);
        if (language === 'en') expect([address, await ui.violations(page)]).toEqual([address, []]);
      }
    },
    SPEC_MS,
  );

  it.each(['viewer', 'editor', 'admin'] as const)(
    'asks for nothing that is refused to whoever looks: %s',
    async (who) => {
      const page = await ui.signIn(who);
      const refused: string[] = [];
      page.on('response', (response) => response.status() === 403 && refused.push(`${response.request().method()} ${response.url()}`));
      for (const address of [
        '/accounts/harbor/tokens',
        '/accounts/harbor/agents',
        '/accounts/harbor/directories/questions/entries/new',
        '/accounts/harbor/directories',
        '/accounts/harbor/directories/questions/import',
        '/accounts/harbor/directories/questions?tab=settings',
        '/accounts/harbor/directory-schemas/faq?tab=overlay',
        '/accounts/harbor/audit',
        '/accounts/harbor/conversations',
        '/accounts/harbor/unanswered',
        '/accounts/harbor/usage',
        '/accounts/harbor/members',
        '/accounts/harbor',
        '/you',
      ])
        await goTo(page, address);
      expect(refused).toEqual([]);
    },
    SPEC_MS,
  );

  it(
    'keeps nobody out of its menus and dialogs, and gives the focus back where it was',
    async () => {
      const page = await ui.signIn('root');
      await page.setViewportSize(NARROW);
      const overlays: readonly (readonly [address: string, kind: 'dialog' | 'menu', ...buttons: (string | RegExp)[]])[] = [
        ['/accounts/harbor', 'menu', 'Open navigation', /^Account/],
        ['/accounts/harbor/usage', 'menu', 'Open navigation', /^Profile and settings/],
        ['/accounts/harbor/audit', 'dialog', 'Open navigation', /^Go to …/],
        ['/accounts/harbor/agents', 'dialog', 'Create agent'],
        ['/accounts/harbor/agents', 'menu', 'info', 'More'],
        ['/accounts/harbor/agents', 'dialog', 'info', 'More', 'Delete'],
        ['/accounts/harbor/members', 'dialog', 'Invite somebody'],
        ['/accounts/harbor/unanswered', 'dialog', 'Answer it'],
        ['/accounts/harbor/unanswered', 'dialog', 'Add a synonym'],
        ['/accounts/harbor/tokens', 'dialog', 'A server with a rather long name', 'Roll'],
        ['/accounts/harbor/tokens', 'dialog', 'A server with a rather long name', 'Revoke'],
        ['/platform/accounts', 'menu', 'Actions for harbor'],
        ['/platform/accounts', 'dialog', 'Actions for harbor', 'Rename'],
        ['/platform/accounts', 'dialog', 'Actions for harbor', 'Delete'],
        ['/platform/fleet', 'dialog', 'Move harbor'],
        ['/platform/fleet?tab=migrations', 'dialog', 'Migrate the fleet'],
      ];
      for (const [address, kind, ...names] of overlays) {
        await goTo(page, address);
        for (const name of names) {
          const [button, item, link] = (['button', 'menuitem', 'link'] as const).map((role) => page.getByRole(role, { name }));
          await button!.or(item!).or(link!).first().click();
        }
        await page.getByRole(kind).waitFor();
        expect([address, names, await tooWide(page), await ui.violations(page)]).toEqual([address, names, [], []]);
        await ui.screenshot(page, `${kind}-${names.join('-').replaceAll(/\W+/g, '-')}`);
        await page.keyboard.press('Escape');
        await page.getByRole(kind).waitFor({ state: 'detached' });
        await page.waitForFunction(() => document.activeElement?.tagName === 'BUTTON');
      }
    },
    SPEC_MS,
  );
});
