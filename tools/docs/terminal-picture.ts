import { readFileSync, writeFileSync } from 'node:fs';

// Draws what a command has printed as a picture for the docs:
//   curl -s … | node tools/docs/terminal-picture.ts docs/images/first-chat.svg 'curl -s …'

const COLUMNS = 104;
const LINES_MAX = 40;
const LINE_HEIGHT = 18;
const CHARACTER_WIDTH = 7.8;
const MARGIN = 20;

/** Lines of at most {@link COLUMNS} characters, broken at spaces. */
function wrap(line: string): string[] {
  if (line.length <= COLUMNS) return [line];
  const space = line.lastIndexOf(' ', COLUMNS);
  const at = space > 0 ? space : COLUMNS;
  return [line.slice(0, at), ...wrap(`  ${line.slice(at).trimStart()}`)];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function picture(command: string, output: string): string {
  const lines = [`$ ${command}`, ...output.trimEnd().split('\n')].flatMap(wrap).slice(0, LINES_MAX);
  const width = Math.round(COLUMNS * CHARACTER_WIDTH) + 2 * MARGIN;
  const height = lines.length * LINE_HEIGHT + 2 * MARGIN;
  const texts = lines.map((line, index) => {
    const y = MARGIN + 14 + index * LINE_HEIGHT;
    return `<text x="${MARGIN}" y="${y}"${index === 0 ? ' fill="#9ccfd8"' : ''} xml:space="preserve">${escapeXml(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(command).replaceAll('"', '&quot;')}">
<rect width="${width}" height="${height}" rx="8" fill="#191724"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13" fill="#e0def4">
${texts.join('\n')}
</g>
</svg>
`;
}

const [file, command] = process.argv.slice(2);
if (!file || !command) throw new Error('Usage: … | node tools/docs/terminal-picture.ts FILE COMMAND');
writeFileSync(file, picture(command, readFileSync(0, 'utf8')));
