import type { DevJson } from './dev-json.ts';

/** Where to look, and a first chat to paste. */
export function welcome(
  { chat_api: chatApi, admin_api: adminApi, admin_ui: adminUi, admin, accounts }: DevJson,
  devJsonFile: string,
): string {
  const [first] = accounts;
  const lines = [
    '',
    'Salient is running. Ctrl-C stops it.',
    '',
    `  admin-ui    ${adminUi}   (${admin.email}, password in ${devJsonFile})`,
    `  chat-api    ${chatApi}/docs`,
    `  admin-api   ${adminApi}/docs`,
    ...accounts.flatMap(({ slug, agents }) => agents.map((agent) => `  chat page   ${chatApi}/chat/${slug}/${agent}`)),
    `  everything  ${devJsonFile}`,
  ];
  if (first) lines.push('', 'A first chat:', '', firstChat(chatApi, first.slug, first.agents[0] ?? 'info', first.token));
  return `${lines.join('\n')}\n`;
}

/** On one line, so that it can be pasted and piped. */
function firstChat(chatApi: string, account: string, agent: string, token: string): string {
  const headers = [`authorization: Bearer ${token}`, 'content-type: application/json'].map((header) => `-H '${header}'`).join(' ');
  const body = JSON.stringify({ message: 'Which cardiologists speak Spanish?' });
  return `curl -s ${chatApi}/accounts/${account}/agents/${agent}/chat ${headers} -d '${body}'`;
}
