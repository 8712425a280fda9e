import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DevJson } from '../local-stack/dev-json.ts';

export interface ClinicSite {
  readonly url: string;
  close(): Promise<void>;
}

/** The website of the demo clinic on a port of its own, with the widget in it as the guide says. */
export async function startClinicSite(stack: DevJson): Promise<ClinicSite> {
  let html = '';
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  html = page(stack.chat_api, await publishableToken(stack, url));
  return {
    url,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A token that this site may use, made as an admin makes one. */
async function publishableToken({ admin_api: adminApi, admin }: DevJson, origin: string): Promise<string> {
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const json = { 'content-type': 'application/json', ...headers };
    const answer = await fetch(`${adminApi}/api/admin${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const { access_token: jwt } = await post('/auth/login', admin);
  const wanted = { name: 'website', kind: 'pk', agents: ['info'], allowed_origins: [origin] };
  const { token } = await post(`/accounts/${CLINIC}/tokens`, wanted, { authorization: `Bearer ${jwt}` });
  return token ?? '';
}

export const CLINIC = 'harbor-clinic';

function page(chatApi: string, token: string): string {
  return `<!doctype html>
<html lang="en">
  <title>Harbor Clinic</title>
  <link rel="icon" href="data:," />
  <style>
    body { margin: 0; font: 17px/1.65 Georgia, 'Times New Roman', serif; color: #23313a; background: #fdfcf9 }
    header { display: flex; gap: 36px; align-items: baseline; padding: 26px 72px; border-bottom: 1px solid #e6e1d6 }
    header b { margin-right: auto; font-size: 24px; color: #0b4f63 }
    main { padding: 64px 72px; max-width: 620px }
    h1 { margin: 0 0 20px; font-size: 50px; line-height: 1.12; font-weight: 500; color: #0b4f63 }
    .call { display: inline-block; margin-top: 16px; padding: 12px 26px; border-radius: 8px; background: #0b4f63; color: #fff }
    ul { display: grid; grid-template-columns: 1fr 1fr; gap: 18px; margin: 52px 0 0; padding: 0; list-style: none }
    li { padding: 18px 20px; border: 1px solid #e6e1d6; border-radius: 10px; background: #fff; font-size: 15px }
    li b { display: block; font-size: 18px }
  </style>
  <header><b>Harbor Clinic</b><span>Doctors</span><span>Departments</span><span>Locations</span><span>Contact</span></header>
  <main>
    <h1>Care that knows the way to you.</h1>
    <p>Five locations around the harbor, more than a hundred and seventy doctors, and somebody who answers at any hour.</p>
    <span class="call">Book a visit</span>
    <ul>
      <li><b>Harbor Main</b>Open every day, with emergency care.</li>
      <li><b>Eastgate</b>Family medicine and pediatrics.</li>
      <li><b>North Pier</b>Imaging and day surgery.</li>
      <li><b>Westfield</b>Orthopedics and rehabilitation.</li>
    </ul>
  </main>
  <script src="${chatApi}/widget.js" async></script>
  <salient-chat account="${CLINIC}" agent="info" token="${token}"></salient-chat>
</html>`;
}
