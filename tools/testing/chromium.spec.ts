import { launchChromium } from './chromium.ts';

describe('The browser of the tests', () => {
  it('shows characters that no font of its own has, such as an emoji', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.setContent('<p>👩‍⚕️ 漢字 العربية</p>');
      expect((await page.screenshot()).length).toBeGreaterThan(0);
    } finally {
      await browser.close();
    }
  });

  it('starts wherever npm has installed, and runs what a page says', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.setContent('<h1>Hello</h1>');
      expect(await page.evaluate(`[document.querySelector('h1').textContent, typeof customElements]`)).toEqual(['Hello', 'object']);
    } finally {
      await browser.close();
    }
  });
});
