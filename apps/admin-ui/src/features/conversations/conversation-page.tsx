import type { Conversation, ConversationMessage } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { ArrowUp, Trash2 } from 'lucide-react';
import { api, useMay, usePages } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { accountPath, useAccountSlug, useParameter } from '../../routing/index.js';
import { Button, Card, Facts, Page, QueryView } from '../../ui/index.js';
import './conversations.css';
import { Message } from './message.js';
import { conversationsMessages } from './messages/index.js';
import { useErasure } from './use-erasure.js';

/** One conversation as it was: what was said, looked up, cited, what it cost and how long it took. */
export default function ConversationPage() {
  const t = useMessages(conversationsMessages);
  const account = useAccountSlug();
  const id = useParameter('session');
  const path = `/accounts/${account}/sessions/${id}`;
  const conversation = useQuery({
    queryKey: ['conversation', account, id],
    queryFn: ({ signal }) => api.get<Conversation>(path, {}, signal),
  });
  const messages = usePages<ConversationMessage>(['messages', account, id], `${path}/messages`);
  const mayErase = useMay(account, 'admin');
  const erase = useErasure(account, id);
  return (
    <Page
      title={conversation.data?.opening || t('conversation')}
      back={{ to: accountPath(account, 'conversations'), label: t('title') }}
      actions={
        mayErase && (
          <Button variant="danger" icon={Trash2} onClick={erase}>
            {t('erase')}
          </Button>
        )
      }
    >
      <QueryView query={conversation}>{(data) => <ConversationFacts conversation={data} />}</QueryView>
      <QueryView query={messages}>
        {(newestFirst) => (
          <div className="conversation">
            {messages.more && (
              <Button icon={ArrowUp} onClick={messages.more}>
                {t('earlier')}
              </Button>
            )}
            <ol className="messages" aria-label={t('conversation')}>
              {newestFirst.toReversed().map((message) => (
                <Message key={message.id} message={message} />
              ))}
            </ol>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function ConversationFacts({ conversation }: { readonly conversation: Conversation }) {
  const t = useMessages(conversationsMessages);
  const format = useFormat();
  const { agent, created_at: began, last_active_at: last, turns, failed_turns: failed, cost } = conversation;
  return (
    <Card>
      <Facts
        facts={[
          [t('agent'), agent.deleted ? t('deletedAgent', { name: agent.name }) : agent.name],
          [t('began'), format.dateTime(began)],
          [t('lastActive'), format.dateTime(last)],
          [t('turns'), failed > 0 ? t('turnsFailed', { turns, failed }) : format.number(turns)],
          [t('cost'), cost.amount === null ? t('costUnknown') : format.money(cost.amount, cost.currency)],
        ]}
      />
    </Card>
  );
}
