import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

/** Names under which systems install Chromium and its kin. */
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Renders the same on every machine, and lives in a container: no sandbox of its own, no shared memory file. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--hide-scrollbars'];

interface Installed {
  readonly executablePath: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A real Chromium without a window: the one of CHROMIUM_PATH, else the system's, else the one that npm has brought. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = systemChromium(process.env) ?? (await packagedChromium());
  return chromium.launch({ executablePath, args: ARGUMENTS, env: { ...definedOf(process.env), ...env } });
}

function systemChromium(environment: NodeJS.ProcessEnv): Installed | undefined {
  const named = environment['CHROMIUM_PATH'];
  if (named) return { executablePath: named };
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const executablePath = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  return executablePath ? { executablePath } : undefined;
}

/**
 * Unpacks the package once per machine and version. Several processes may do so at the same time: each unpacks into a folder
 * of its own, and the first to rename it wins.
 */
async function packagedChromium(): Promise<Installed> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `salient-browser-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) {
    const unpacked = mkdtempSync(join(tmpdir(), 'salient-browser-'));
    const script = `import(${JSON.stringify(entry)}).then(({ default: chromium }) => chromium.executablePath())`;
    await promisify(execFile)(process.execPath, ['-e', script], { env: { ...process.env, TMPDIR: unpacked } });
    writeFileSync(join(unpacked, 'fonts/fonts.conf'), fontConfiguration(folder));
    try {
      renameSync(unpacked, folder);
    } catch {
      rmSync(unpacked, { recursive: true, force: true });
    }
  }
  return { executablePath: join(folder, 'chromium'), env: { FONTCONFIG_PATH: join(folder, 'fonts') } };
}

/**
 * The package's own configuration names folders of the machine that it was made for. Where no font is found at all, Chromium
 * ends at the first character that it has to look for, such as an emoji.
 *
 * @see https://www.freedesktop.org/software/fontconfig/fontconfig-user.html
 */
function fontConfiguration(folder: string): string {
  const folders = [join(folder, 'fonts/fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((path) => `  <dir>${path}</dir>`),
    `  <cachedir>${join(folder, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
