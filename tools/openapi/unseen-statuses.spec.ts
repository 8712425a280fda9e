import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unseenStatuses } from './unseen-statuses.ts';

describe('what no spec has seen', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'salient-statuses-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const leave = (file: string, statuses: Record<string, number[]>) => writeFileSync(join(folder, `${file}.json`), JSON.stringify(statuses));

  it('is each documented status of each service that none of its spec files left there', () => {
    leave('chat-api.documented', { 'GET /health': [200, 503], 'POST /chat': [200] });
    leave('admin-api.documented', { 'GET /health': [200, 503] });
    leave('chat-api.one.answered', { 'GET /health': [200] });
    leave('chat-api.two.answered', { 'GET /health': [404, 503], 'GET /elsewhere': [200] });
    leave('admin-api.one.answered', { 'GET /health': [200] });
    expect(unseenStatuses(folder)).toEqual(['admin-api GET /health: 503', 'chat-api POST /chat: 200']);
  });

  it('cannot be told of a folder in which no run has left anything', () => {
    for (const empty of [folder, join(folder, 'none')])
      expect(() => unseenStatuses(empty)).toThrow(`No spec has left what a service answers in ${empty}.`);
  });
});
