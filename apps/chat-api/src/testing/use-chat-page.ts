import { build } from 'esbuild';

/** A page as its makers write one: `useChat`, a list, a form. What is configured is where the agent is and the token. */
const PAGE = `
import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

const { api, token, id, resume, messages: initial } = window.settings;
const transport = new DefaultChatTransport({ api, headers: { authorization: token } });

function Part({ part }) {
  if (part.type === 'text') return h('span', { className: 'text' }, part.text);
  if (part.type === 'dynamic-tool') return h('i', { className: 'tool' }, part.title + ': ' + part.state);
  if (part.type === 'source-document') return h('cite', null, part.title);
  return null;
}

function Page() {
  const { messages, sendMessage, status, error } = useChat({ id, transport, resume, messages: initial });
  const [text, setText] = useState('');
  const submit = (event) => { event.preventDefault(); sendMessage({ text }); setText(''); };
  return h('main', null,
    messages.map((message) => h('article', { key: message.id, className: message.role },
      message.parts.map((part, index) => h(Part, { key: index, part })))),
    h('form', { onSubmit: submit }, h('input', { value: text, onChange: (event) => setText(event.target.value) })),
    h('output', null, status),
    error && h('p', { role: 'alert' }, error.message));
}

createRoot(document.getElementById('root')).render(h(Page));
`;

/** The page's program as one script for a browser. */
export async function useChatPage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, loader: 'js', resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
