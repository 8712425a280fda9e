import { withClient, type PostgresAddress } from '@salient/platform';

/** Fills a list of questions and answers with so many entries, `Question 1` the oldest, quicker than any import. */
export async function fillList(address: PostgresAddress, slug: string, count: number): Promise<void> {
  await withClient(address, (client) => client.query(FILL, [slug, count]));
}

/** Ids in the order of the numbers, as those of entries are in the order of time. */
const FILL = `
  INSERT INTO directory_entries (id, version, list_id, external_key, name, tags, contact, data, search, search_text, change, changed_by)
  SELECT format('01900000-%s-7%s-8000-%s', left(hex, 4), right(hex, 3), lpad(hex, 12, '0'))::uuid, 1, list.id, 'question-' || n,
    'Question ' || n, '{}', '{}', jsonb_build_object('question', 'Question ' || n, 'answer', 'Answer ' || n),
    directory_search_vector(list.language, 'question ' || n, '', 'answer ' || n), 'question ' || n || E' \\n' || 'answer ' || n, 'created', 'system:spec'
  FROM directory_lists list, generate_series(1, $2::int) n, lateral (SELECT lpad(to_hex(n), 7, '0') AS hex) numbered
  WHERE list.slug = $1`;
