import { Slug } from '@salient/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ListData } from '../list-data.js';

/** A file of demo data: an account, its agent and its directory lists. */
const DemoData = z.object({
  account: z.object({ slug: Slug, name: z.string() }),
  agent: z.object({
    slug: Slug,
    name: z.string(),
    system_prompt: z.string(),
    description: z.string().optional(),
    greeting: z.string().optional(),
    suggestions: z.array(z.string()).optional(),
    theme: z.record(z.string(), z.string()).optional(),
  }),
  lists: z.array(ListData),
});
export type DemoData = z.infer<typeof DemoData>;

/** @throws ZodError when a file does not have the form of demo data */
export function readDemoData(file: string): DemoData {
  return DemoData.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The files of demo data in a folder, by name. */
export function demoFiles(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => join(folder, name));
}
