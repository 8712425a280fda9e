import type { AgentContent } from '@salient/contracts/admin';
import type { DirectoryListView } from '@salient/contracts/directory';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Checkbox, FieldGroup, LinesField, NumberField, SelectField, SwitchField, TextArea, TextField } from '../../ui/index.js';
import { BudgetFields } from './budget-fields.js';
import { agentsMessages } from './messages/index.js';

export const AGENT_POINTERS = [
  'name',
  'description',
  'greeting',
  'suggestions',
  'theme',
  'system_prompt',
  'model',
  'fallbacks',
  'lists',
  'tools',
  'limits',
  'budget',
  'closed_message',
  'max_output_tokens',
  'temperature',
].map((field) => `/${field}`);

const TOOLS = ['search_directory', 'list_directories'] as const satisfies AgentContent['tools'];

export interface FieldsProps {
  readonly content: AgentContent;
  readonly onChange: (change: Partial<AgentContent>) => void;
}

/** Everything of an agent, what matters most first; the rest unfolds. */
export function AgentFields({ content, onChange }: FieldsProps) {
  const t = useMessages(agentsMessages);
  return (
    <>
      <TextField label={t('name')} pointer="/name" value={content.name} onChange={(name) => onChange({ name })} />
      <TextArea
        label={t('summary')}
        optional
        rows={2}
        pointer="/description"
        value={content.description}
        onChange={(description) => onChange({ description })}
      />
      <TextArea
        label={t('prompt')}
        hint={t('promptHint')}
        rows={9}
        pointer="/system_prompt"
        value={content.system_prompt}
        onChange={(system_prompt) => onChange({ system_prompt })}
      />
      <TextArea
        label={t('greeting')}
        optional
        rows={2}
        pointer="/greeting"
        value={content.greeting}
        onChange={(greeting) => onChange({ greeting })}
      />
      <LinesField
        label={t('suggestions')}
        optional
        hint={t('oneALine')}
        pointer="/suggestions"
        values={content.suggestions}
        onChange={(suggestions) => onChange({ suggestions })}
      />
      <SwitchField
        label={t('hostedPage')}
        hint={t('hostedPageHint')}
        checked={content.hosted_page}
        onChange={(hosted_page) => onChange({ hosted_page })}
      />
      <details className="agents-more">
        <summary>{t('knowledge')}</summary>
        <div className="stack">
          <KnowledgeFields content={content} onChange={onChange} />
        </div>
      </details>
      <details className="agents-more">
        <summary>{t('modelSettings')}</summary>
        <div className="stack">
          <ModelFields content={content} onChange={onChange} />
        </div>
      </details>
      <details className="agents-more">
        <summary>{t('limitsAndBudget')}</summary>
        <div className="stack">
          <BudgetFields content={content} onChange={onChange} />
        </div>
      </details>
    </>
  );
}

function KnowledgeFields({ content: { lists, tools }, onChange }: FieldsProps) {
  const t = useMessages(agentsMessages);
  const account = useAccountSlug();
  const { data: all = [] } = useQuery({
    queryKey: ['directory-lists', account],
    queryFn: ({ signal }) => api.all<DirectoryListView>(`/accounts/${account}/directory-lists`, {}, signal),
  });
  const toggle = (slug: string, isOn: boolean) =>
    onChange({ lists: isOn ? [...(lists ?? []), slug] : (lists ?? []).filter((one) => one !== slug) });
  return (
    <>
      <FieldGroup label={t('lists')} pointer="/lists">
        <Checkbox label={t('allLists')} checked={lists === null} onChange={(isAll) => onChange({ lists: isAll ? null : [] })} />
        {lists !== null &&
          all.map((list) => (
            <Checkbox key={list.id} label={list.name} checked={lists.includes(list.slug)} onChange={(isOn) => toggle(list.slug, isOn)} />
          ))}
      </FieldGroup>
      <FieldGroup label={t('tools')} pointer="/tools">
        {TOOLS.map((tool) => (
          <Checkbox
            key={tool}
            label={t(tool)}
            checked={tools.includes(tool)}
            onChange={(isOn) => onChange({ tools: isOn ? [...tools, tool] : tools.filter((one) => one !== tool) })}
          />
        ))}
      </FieldGroup>
    </>
  );
}

function ModelFields({ content, onChange }: FieldsProps) {
  const t = useMessages(agentsMessages);
  const theme = Object.entries(content.theme).map(([key, value]) => `${key}=${value}`);
  return (
    <>
      <TextField
        label={t('model')}
        optional
        hint={t('modelHint')}
        pointer="/model"
        value={content.model ?? ''}
        onChange={(model) => onChange({ model: model.trim() || null })}
      />
      <LinesField
        label={t('fallbacks')}
        optional
        hint={t('fallbacksHint')}
        rows={2}
        pointer="/fallbacks"
        values={content.fallbacks}
        onChange={(fallbacks) => onChange({ fallbacks })}
      />
      <div className="grid-two">
        <NumberField
          label={t('temperature')}
          optional
          min={0}
          max={2}
          step={0.1}
          pointer="/temperature"
          value={content.temperature}
          onChange={(temperature) => onChange({ temperature })}
        />
        <NumberField
          label={t('maxOutputTokens')}
          optional
          min={1}
          pointer="/max_output_tokens"
          value={content.max_output_tokens}
          onChange={(max_output_tokens) => onChange({ max_output_tokens })}
        />
      </div>
      <SelectField
        label={t('disconnect')}
        value={content.disconnect_policy}
        options={[
          { value: 'continue', label: t('disconnectContinue') },
          { value: 'abort', label: t('disconnectAbort') },
        ]}
        onChange={(policy) => onChange({ disconnect_policy: policy as AgentContent['disconnect_policy'] })}
      />
      <LinesField
        label={t('theme')}
        optional
        hint={t('themeHint')}
        rows={2}
        pointer="/theme"
        values={theme}
        onChange={(lines) => onChange({ theme: Object.fromEntries(lines.map((line) => pairOf(line))) })}
      />
    </>
  );
}

function pairOf(line: string): [string, string] {
  const at = line.indexOf('=');
  return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
