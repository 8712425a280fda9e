import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { api, type Query } from '../api/index.js';
import { useMessages } from '../i18n/index.js';
import { Button } from './button.js';
import { uiMessages } from './messages/index.js';
import { toast } from './toast.js';

interface DownloadButtonProps {
  /** What the API answers with the file at. */
  readonly path: string;
  readonly fileName: string;
  readonly query?: Query;
  readonly children: string;
}

/** Has the browser save a file of the API, and says why when there is none. */
export function DownloadButton({ path, fileName, query, children }: DownloadButtonProps) {
  const t = useMessages(uiMessages);
  const download = useMutation({
    mutationFn: () => api.download(path, fileName, query),
    onError: ({ message }) => toast({ text: t('notDownloaded', { file: fileName, why: message }) }),
  });
  return (
    <Button icon={Download} busy={download.isPending} onClick={() => download.mutate()}>
      {children}
    </Button>
  );
}
