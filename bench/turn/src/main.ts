import 'reflect-metadata';

// One bundle, and a process of its own for each part, so that the system's accounting tells them apart.

const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  benchmark: () => import('./benchmark.js'),
  'model-server': () => import('./model-server.js'),
  stop: () => import('./stop.js'),
  load: () => import('./load/load-process.js'),
  raw: () => import('./peers/raw/raw-server.js'),
  naive: () => import('./peers/naive/naive-server.js'),
};

const [part = 'benchmark'] = process.argv.slice(2);
if (!parts[part]) throw new Error(`There is no part "${part}", only ${Object.keys(parts).join(', ')}.`);
await parts[part]();
