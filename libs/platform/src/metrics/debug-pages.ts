import { Injectable } from '@nestjs/common';

type Cell = string | number | boolean | null;

/** What a part of the process holds now, as tables: rows by the caption of their table. */
export interface DebugReport {
  readonly title: string;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;
}

/**
 * Pages for operators beside `/metrics`, on the port that no gateway leads to: `/debug/{name}`. Each is a report that is read
 * when it is asked for, as JSON, or as HTML for a browser. No secret belongs in one.
 */
@Injectable()
export class DebugPages {
  private readonly pages = new Map<string, () => DebugReport>();

  add(name: string, read: () => DebugReport): void {
    this.pages.set(`/debug/${name}`, read);
  }

  /** @returns null when there is no such page */
  render(path: string, accept = ''): { readonly contentType: string; readonly body: string } | null {
    const report = path === '/debug' ? this.index() : this.pages.get(path)?.();
    if (!report) return null;
    if (!accept.includes('text/html')) return { contentType: 'application/json', body: JSON.stringify(report) };
    return { contentType: 'text/html; charset=utf-8', body: htmlOf(report) };
  }

  private index(): DebugReport {
    return { title: 'Debug pages', tables: { pages: [...this.pages.keys()].map((path) => ({ path })) } };
  }
}

const STYLE = `body{font:14px system-ui;margin:2rem}table{border-collapse:collapse;margin:0 0 1.5rem}
caption{text-align:left;font-weight:600;padding:.3rem 0}td,th{border:1px solid #ccc;padding:.2rem .6rem;text-align:left}
td{font-variant-numeric:tabular-nums}`;

function htmlOf({ title, tables }: DebugReport): string {
  const body = Object.entries(tables).map(([caption, rows]) => tableOf(caption, rows));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>${escaped(title)}</title>
<style>${STYLE}</style><h1>${escaped(title)}</h1>${body.join('')}</html>`;
}

function tableOf(caption: string, rows: readonly Readonly<Record<string, Cell>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = (tag: string, values: readonly Cell[]) =>
    `<tr>${values.map((value) => `<${tag}>${escaped(value)}</${tag}>`).join('')}</tr>`;
  const content =
    rows.length === 0
      ? '<tr><td>none</td></tr>'
      : rows.map((row) =>
          cells(
            'td',
            columns.map((column) => row[column] ?? null),
          ),
        );
  return `<table><caption>${escaped(caption)}</caption>${cells('th', columns)}${[content].flat().join('')}</table>`;
}

function escaped(value: Cell): string {
  return String(value ?? '').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
