import type { DirectoryListSchema, DirectoryListView } from '@salient/contracts/directory';
import type { CountedList } from '@salient/domain/directory/admin';
import { entityTag } from '@salient/platform';
import type { FastifyReply } from 'fastify';

/** One list, its tag in the answer's `ETag`. */
export function taggedList(reply: FastifyReply, list: CountedList): DirectoryListView {
  reply.header('etag', entityTag(list.version));
  return listView(list);
}

export function listView({ schema: _schema, created_at, updated_at, ...list }: CountedList): DirectoryListView {
  return { ...list, created_at: created_at.toISOString(), updated_at: updated_at.toISOString() };
}

export function listSchemaView({ entry_type, schema_version, overlay_version, schema }: CountedList): DirectoryListSchema {
  return { entry_type, schema_version, overlay_version, schema };
}
