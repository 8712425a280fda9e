import { useState } from 'react';
import { useMessages } from '../i18n/index.js';
import { TextField } from './field.js';
import { uiMessages } from './messages/index.js';
import { slugOf } from './slug.js';

export interface NameAndSlug {
  readonly name: string;
  readonly slug: string;
  readonly setName: (name: string) => void;
  readonly setSlug: (slug: string) => void;
}

/** The name of something new, and its slug: what the name suggests until somebody writes one. */
export function useNameAndSlug(): NameAndSlug {
  const [name, setName] = useState('');
  const [ownSlug, setSlug] = useState<string | null>(null);
  return { name, slug: ownSlug ?? slugOf(name), setName, setSlug };
}

/** Both fields, with the API's faults of `/name` and `/slug`. @param hint where the slug will be seen */
export function NameAndSlugFields({ value, hint }: { readonly value: NameAndSlug; readonly hint: string }) {
  const t = useMessages(uiMessages);
  return (
    <>
      <TextField label={t('name')} pointer="/name" value={value.name} onChange={value.setName} />
      <TextField label={t('slug')} hint={hint} pointer="/slug" value={value.slug} onChange={value.setSlug} />
    </>
  );
}
