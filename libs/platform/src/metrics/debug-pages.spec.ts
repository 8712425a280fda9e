import { DebugPages } from './debug-pages.js';
import { Metrics } from './metrics.js';

describe('pages for operators', () => {
  const pages = new DebugPages();
  pages.add('things', () => ({ title: 'Things & more', tables: { some: [{ name: '<script>alert("x")</script>', count: 1 }], none: [] } }));

  it('are JSON for programs and HTML for browsers, in which nothing that they show is markup', () => {
    expect(JSON.parse(pages.render('/debug/things')!.body)).toMatchObject({ title: 'Things & more', tables: { none: [] } });
    const { body } = pages.render('/debug/things', 'text/html,*/*')!;
    expect(body).toContain('Things &#38; more');
    expect(body).not.toContain('<script>');
    expect(body).toContain('<td>none</td>');
  });

  it('are listed, and only they exist', () => {
    expect(JSON.parse(pages.render('/debug')!.body).tables.pages).toEqual([{ path: '/debug/things' }]);
    expect(pages.render('/debug/others')).toBeNull();
    expect(pages.render('/')).toBeNull();
  });
});

describe('numbers of the few that matter now', () => {
  it('forget those that do not matter any more: their labels stay few', async () => {
    const metrics = new Metrics();
    let top: Record<string, number> = { one: 1, two: 2 };
    metrics.gauges('top', 'The first of many.', 'name', () => top);
    expect(await metrics.registry.getSingleMetricAsString('top')).toMatch(/name="one"[\s\S]*name="two"/);
    top = { three: 3 };
    const text = await metrics.registry.getSingleMetricAsString('top');
    expect(text).toContain('top{name="three"} 3');
    expect(text).not.toMatch(/one|two/);
  });
});
