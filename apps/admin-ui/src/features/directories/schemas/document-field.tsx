import { useMessages } from '../../../i18n/index.js';
import { TextArea } from '../../../ui/index.js';
import { directoriesMessages } from '../messages/index.js';

interface DocumentFieldProps {
  readonly label: string;
  readonly hint: string;
  /** JSON or YAML; the API reads both and says where it does not understand. */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

export function DocumentField(props: DocumentFieldProps) {
  return <TextArea {...props} pointer="/document" rows={22} className="mono" spellCheck={false} />;
}

/** The document that the text is, when it is JSON that can be shown as a form; null while it is not. */
export function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === 'object' && document !== null && !Array.isArray(document) ? (document as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export function useDocumentHint(): string {
  return useMessages(directoriesMessages)('documentHint');
}
