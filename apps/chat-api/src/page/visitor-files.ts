import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Folder with what browsers are sent: `widget.js`, `assets/` and `manifest.json`. */
export const VISITOR_FILES_FOLDER = Symbol('VISITOR_FILES_FOLDER');

export interface VisitorFile {
  readonly mediaType: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzipped: Buffer;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };

/** The files of the chat page and the widget: read and compressed once, then kept. A path that is none of them is never opened. */
@Injectable()
export class VisitorFiles {
  private readonly files = new Map<string, VisitorFile>();
  private named: { readonly script: string; readonly style: string } | undefined;

  constructor(@Inject(VISITOR_FILES_FOLDER) private readonly folder: string) {}

  /** The assets that the chat page loads, by name. */
  get names(): { readonly script: string; readonly style: string } {
    return (this.named ??= JSON.parse(readFileSync(join(this.folder, 'manifest.json'), 'utf8')) as { script: string; style: string });
  }

  get widget(): VisitorFile {
    return this.file('widget.js');
  }

  asset(name: string): VisitorFile | undefined {
    return name === this.names.script || name === this.names.style ? this.file(`assets/${name}`) : undefined;
  }

  private file(path: string): VisitorFile {
    const known = this.files.get(path);
    if (known) return known;
    const plain = readFileSync(join(this.folder, path));
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const file = { plain, etag, mediaType: MEDIA_TYPES[extname(path)]!, gzipped: gzipSync(plain, { level: 9 }) };
    this.files.set(path, file);
    return file;
  }
}
