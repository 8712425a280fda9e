import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/index.js';
import { Button } from './button.js';
import { uiMessages } from './messages/index.js';

const SHOWN_MS = 2_000;

export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useMessages(uiMessages);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!navigator.clipboard) return null; // a page without https: the text can still be selected
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Button size="small" icon={copied ? Check : Copy} onClick={copy}>
      <span aria-live="polite">{copied ? t('copied') : (label ?? t('copy'))}</span>
    </Button>
  );
}

/** A text that is there to be copied, such as a secret that is shown once. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className="copy-text" role="group" aria-label={label}>
      <code>{text}</code>
      <CopyButton text={text} />
    </div>
  );
}
