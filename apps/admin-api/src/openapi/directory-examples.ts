import type { BulkEditResult, DirectoryEntryView, DirectoryListView, EntryVersionView } from '@salient/contracts/directory';
import type { ImportView } from '@salient/contracts/directory-imports';
import type { RouteExamples } from '@salient/platform';
import { CREATED, ENTRY, event, LATER, lines, page, PERSON } from './example-values.js';

const LIST = '01a20ec5-9f01-7a2b-8c3d-4e5f60718293';
const IMPORT = '01a20ec7-2233-7445-9667-8899aabbccdd';
const list: DirectoryListView = {
  id: LIST,
  slug: 'doctors',
  name: 'Doctors',
  description: 'Everybody who sees patients.',
  entry_type: 'medical_professional',
  schema_version: 1,
  overlay_version: null,
  language: 'english',
  entries: 40,
  version: 2,
  created_at: CREATED,
  updated_at: CREATED,
};
const stored = {
  external_key: 'ruiz-ana',
  name: 'Dr. Ana Ruiz',
  tags: ['new-patients'],
  contact: { phone: '+1 555 0142' },
  data: { specialty: 'Cardiology', languages: ['English', 'Spanish'], locations: ['Harbor East'] },
};
const entry: DirectoryEntryView = {
  id: ENTRY,
  list: 'doctors',
  ...stored,
  status: 'active',
  version: 7,
  created_at: CREATED,
  updated_at: LATER,
};
const version: EntryVersionView = {
  version: 7,
  change: 'updated',
  changed_by: `admin:${PERSON}`,
  import_id: null,
  changed_at: LATER,
  status: 'active',
  ...stored,
};
const edited: BulkEditResult = { matched: 12, changed: 11, dry_run: false };
const ready: ImportView = {
  id: IMPORT,
  list_id: LIST,
  status: 'ready',
  on_missing: 'keep',
  file_name: 'doctors.csv',
  bytes: 9_214,
  rows: 42,
  counts: { create: 2, update: 5, unchanged: 34, archive: 0, invalid: 1 },
  format: {
    encoding: 'utf-8',
    delimiter: ',',
    columns: [
      { header: 'Doctor', target: 'name' },
      { header: 'Room', target: null },
    ],
  },
  kept: 0,
  error: null,
  created_at: LATER,
  updated_at: LATER,
};
const begun: ImportView = {
  ...ready,
  status: 'validating',
  rows: 0,
  counts: { create: 0, update: 0, unchanged: 0, archive: 0, invalid: 0 },
  format: null,
};
const applied: ImportView = { ...ready, status: 'applied' };
const FILE = lines('external_key,name,specialty,languages', 'ruiz-ana,Dr. Ana Ruiz,Cardiology,English;Spanish');

const LISTS = '/api/admin/accounts/{account}/directory-lists';
const ONE = `${LISTS}/{list}`;
const ENTRIES = `${ONE}/entries`;
const IMPORTS = `${ONE}/imports`;

/** An example for every route of lists, their entries and their imports. */
export const directoryExamples: RouteExamples = {
  [`POST ${LISTS}`]: {
    body: { slug: list.slug, name: list.name, entry_type: list.entry_type, language: 'english', description: list.description },
    answers: { 201: { ...list, entries: 0, version: 1 } },
  },
  [`GET ${LISTS}`]: { answers: { 200: page(list) } },
  [`GET ${ONE}`]: { answers: { 200: list } },
  [`PATCH ${ONE}`]: { body: { name: 'Our doctors' }, answers: { 200: { ...list, name: 'Our doctors', version: 3, updated_at: LATER } } },
  [`GET ${ONE}/schema`]: {
    answers: {
      200: {
        entry_type: list.entry_type,
        schema_version: 1,
        overlay_version: null,
        schema: { type: 'object', properties: { specialty: { type: 'string' } }, 'x-salient': { searchable: ['specialty'] } },
      },
    },
  },
  [`POST ${ENTRIES}`]: { body: stored, answers: { 201: { ...entry, version: 1, updated_at: CREATED } } },
  [`GET ${ENTRIES}`]: { answers: { 200: page(entry) } },
  [`GET ${ENTRIES}/{entry}`]: { answers: { 200: entry } },
  [`PATCH ${ENTRIES}/{entry}`]: { body: { tags: [] }, answers: { 200: { ...entry, tags: [], version: 8 } } },
  [`POST ${ENTRIES}/bulk`]: {
    body: { filter: { q: 'cardio', filters: { languages: ['Spanish'] } }, add_tags: ['spanish'] },
    answers: { 200: edited },
  },
  [`GET ${ENTRIES}/{entry}/history`]: { answers: { 200: page(version) } },
  [`POST ${ENTRIES}/{entry}/undo`]: { body: { version: 6 }, answers: { 200: { ...entry, version: 8 } } },
  [`GET ${ONE}/entries.csv`]: { answers: { 200: FILE } },
  [`POST ${IMPORTS}`]: { answers: { 202: begun } },
  [`GET ${IMPORTS}`]: { answers: { 200: page(ready) } },
  [`GET ${IMPORTS}/{import}`]: { answers: { 200: ready } },
  [`GET ${IMPORTS}/{import}/errors.csv`]: {
    answers: { 200: lines('row,column,code,message,suggestion', '17,Doctor,required,is required,') },
  },
  [`GET ${IMPORTS}/{import}/events`]: { answers: { 200: event('end', `${IMPORT}:end`, ready) } },
  [`POST ${IMPORTS}/{import}/apply`]: { answers: { 202: { ...ready, status: 'applying' } } },
  [`POST ${IMPORTS}/{import}/undo`]: { answers: { 200: { ...applied, status: 'undone' } } },
  [`POST ${IMPORTS}/{import}/cancel`]: { answers: { 200: { ...ready, status: 'cancelled' } } },
};
