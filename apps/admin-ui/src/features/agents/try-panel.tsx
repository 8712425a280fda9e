import type { AdminAgentDetail, AgentPreview } from '@salient/contracts/admin';
import { SendHorizontal, Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Button, IconButton, ProblemAlert } from '../../ui/index.js';
import { askDraft, leaveToTry, type ChatLine } from './draft-chat.js';
import { Markdown } from './markdown.js';
import { agentsMessages } from './messages/index.js';

interface TryPanelProps {
  readonly agent: AdminAgentDetail;
  /** Of the draft: another one needs leave anew. */
  readonly revision: string | null;
  /** Whether what is tried is what the form shows. */
  readonly isSaved: boolean;
  readonly greeting: string;
  readonly suggestions: readonly string[];
}

interface Leave {
  readonly revision: string | null;
  readonly preview: AgentPreview;
}

/** Left to a preview when it is used last, in milliseconds. */
const MARGIN_MS = 60_000;

/** Whether a preview is of this draft and not about to end. */
function isGood(leave: Leave | null, revision: string | null): leave is Leave {
  return leave !== null && leave.revision === revision && Date.parse(leave.preview.expires_at) > Date.now() + MARGIN_MS;
}

const NOTHING = { tools: [], citations: [], failure: null };

/** A live chat with the draft, left out of the usage. */
export function TryPanel({ agent, revision, isSaved, greeting, suggestions }: TryPanelProps) {
  const t = useMessages(agentsMessages);
  const account = useAccountSlug();
  const [lines, setLines] = useState<readonly ChatLine[]>([]);
  const [message, setMessage] = useState('');
  const [problem, setProblem] = useState<Error | null>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  const leave = useRef<Leave | null>(null);
  const sessionId = useRef<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [lines]);
  useEffect(() => () => running?.abort(), [running]);

  const ask = async (text: string) => {
    const question = text.trim();
    if (!question || running) return;
    const controller = new AbortController();
    setRunning(controller);
    setProblem(null);
    setMessage('');
    const before = [...lines, { role: 'user' as const, text: question, ...NOTHING }];
    setLines([...before, { role: 'assistant', text: '', ...NOTHING }]);
    try {
      if (!isGood(leave.current, revision)) leave.current = { revision, preview: await leaveToTry(account, agent.id) };
      const asked = { account, preview: leave.current.preview, message: question, sessionId: sessionId.current, signal: controller.signal };
      for await (const { sessionId: session, ...answer } of askDraft(asked)) {
        sessionId.current = session;
        setLines([...before, { role: 'assistant', ...answer }]);
      }
    } catch (error) {
      if (!controller.signal.aborted) setProblem(error as Error);
    } finally {
      setRunning(null);
    }
  };
  const startAnew = () => {
    sessionId.current = null;
    setLines([]);
    setProblem(null);
  };
  return (
    <section className="card agents-try" aria-label={t('try')}>
      <div className="row-between">
        <h2>{t('try')}</h2>
        {lines.length > 0 && (
          <Button size="small" variant="quiet" onClick={startAnew}>
            {t('startAnew')}
          </Button>
        )}
      </div>
      <p className="quiet small">{isSaved ? t('tryText') : t('tryUnsaved')}</p>
      <div ref={list} className="agents-lines" role="log" aria-label={t('conversation')} tabIndex={0}>
        {greeting && <div className="agents-line agents-line-assistant">{greeting}</div>}
        {lines.map((line, index) => (
          <Line key={index} line={line} isRunning={running !== null && index === lines.length - 1} />
        ))}
        {lines.length === 0 && suggestions.length > 0 && (
          <div className="row">
            {suggestions.map((suggestion) => (
              <Button key={suggestion} size="small" onClick={() => void ask(suggestion)}>
                {suggestion}
              </Button>
            ))}
          </div>
        )}
      </div>
      {problem && <ProblemAlert problem={problem} />}
      <form
        className="agents-composer"
        onSubmit={(event) => {
          event.preventDefault();
          void ask(message);
        }}
      >
        <input
          className="input"
          aria-label={t('message')}
          placeholder={t('message')}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        {running ? (
          <IconButton icon={Square} label={t('stop')} onClick={() => running.abort()} />
        ) : (
          <IconButton icon={SendHorizontal} label={t('send')} type="submit" />
        )}
      </form>
    </section>
  );
}

function Line({ line: { role, text, tools, citations, failure }, isRunning }: { readonly line: ChatLine; readonly isRunning: boolean }) {
  const t = useMessages(agentsMessages);
  if (role === 'user') return <div className="agents-line agents-line-user">{text}</div>;
  return (
    <div className="agents-line agents-line-assistant" aria-busy={isRunning}>
      {tools.map((tool, index) => (
        <div key={index} className="quiet small">
          {tool}
        </div>
      ))}
      {text ? <Markdown text={text} /> : isRunning && <span className="spinner" role="img" aria-label={t('answering')} />}
      {failure && <div className="field-fault">{failure}</div>}
      {citations.length > 0 && (
        <ol className="agents-citations small">
          {citations.map(({ index, title }) => (
            <li key={index} value={index}>
              {title}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
