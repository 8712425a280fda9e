import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/index.js';
import { useMessages } from '../../../i18n/index.js';
import { DataTable, QueryView, type Column } from '../../../ui/index.js';
import { directoriesMessages } from '../messages/index.js';
import { readRows } from './fault-rows.js';

/** So many are enough to see what is wrong; the file has them all. */
const SHOWN_MAX = 200;

type Fault = { readonly id: string; readonly row: string; readonly column: string; readonly message: string; readonly suggestion: string };

/** The first faults of the file, row by row, with what may have been meant. */
export function FaultTable({ path }: { readonly path: string }) {
  const t = useMessages(directoriesMessages);
  const faults = useQuery({
    queryKey: ['import-faults', path],
    queryFn: async ({ signal }) => faultsOf(await readRows(await api.raw('GET', `${path}/errors.csv`, { signal }), SHOWN_MAX + 1)),
  });
  const columns: Column<Fault>[] = [
    { id: 'row', header: t('row'), width: '70px', cell: ({ row }) => row },
    { id: 'column', header: t('column'), cell: ({ column }) => column },
    { id: 'message', header: t('fault'), primary: true, width: '2.5fr', cell: ({ message }) => message },
    { id: 'suggestion', header: t('suggestion'), width: '1.5fr', cell: ({ suggestion }) => suggestion },
  ];
  return (
    <QueryView query={faults}>{(rows) => <DataTable label={t('faults')} columns={columns} rows={rows} keyOf={({ id }) => id} />}</QueryView>
  );
}

/** Rows of `row,column,code,message,suggestion`, without the header. */
function faultsOf(rows: readonly (readonly string[])[]): Fault[] {
  return rows
    .slice(1)
    .map(([row = '', column = '', , message = '', suggestion = ''], index) => ({ id: `${index}`, row, column, message, suggestion }));
}
