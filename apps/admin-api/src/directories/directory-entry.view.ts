import type { DirectoryEntryView, EntryVersionView } from '@salient/contracts/directory';
import type { EntryVersionRow, ListedEntry } from '@salient/domain/directory/admin';
import { entityTag } from '@salient/platform';
import type { FastifyReply } from 'fastify';

/** One entry, its tag in the answer's `ETag`. */
export function taggedEntry(reply: FastifyReply, listed: ListedEntry): DirectoryEntryView {
  reply.header('etag', entityTag(listed.entry.version));
  return entryView(listed);
}

export function entryView({ list, entry }: ListedEntry): DirectoryEntryView {
  const { id, external_key, name, tags, contact, data, status, version, created_at, updated_at } = entry;
  return {
    id,
    list: list.slug,
    external_key,
    name,
    tags: [...tags],
    contact,
    data,
    status,
    version,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  };
}

export function entryVersionView({
  entry_id: _id,
  list_id: _list,
  newest: _newest,
  changed_at,
  tags,
  ...row
}: EntryVersionRow): EntryVersionView {
  return { ...row, tags: [...tags], changed_at: changed_at.toISOString() };
}
