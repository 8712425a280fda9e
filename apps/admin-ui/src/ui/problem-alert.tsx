import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api/index.js';
import { useMessages } from '../i18n/index.js';
import { Button } from './button.js';
import { uiMessages } from './messages/index.js';
import { adviceMessages, type AdviceCode } from './messages/advice.js';

interface ProblemAlertProps {
  readonly problem: Error;
  /** Tries again; offered when that may help. */
  readonly onRetry?: (() => void) | undefined;
}

/** Says what went wrong and what to do, by the problem's code; the API's own words and the request's id stand below. */
export function ProblemAlert({ problem, onRetry }: ProblemAlertProps) {
  const t = useMessages(uiMessages);
  const advice = useMessages(adviceMessages);
  const { code, detail, faults = [], requestId, isPassing } = problem as Partial<ApiProblem>;
  return (
    <div className="alert" role="alert">
      <CircleAlert size={18} aria-hidden="true" />
      <div className="alert-text">
        <span className="alert-title">{advice(code && code in adviceMessages.en ? (code as AdviceCode) : 'internal_error')}</span>
        {detail && faults.length === 0 && <span className="small">{detail}</span>}
        {faults.length > 0 && (
          <ul className="small">
            {faults.map((fault) => (
              <li key={`${fault.pointer} ${fault.detail}`}>
                <code>{fault.pointer}</code> {fault.detail}
              </li>
            ))}
          </ul>
        )}
        {requestId && <span className="small quiet">{t('requestId', { id: requestId })}</span>}
      </div>
      {onRetry && isPassing !== false && (
        <Button size="small" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      )}
    </div>
  );
}

interface NoticeProps {
  readonly tone?: 'info' | 'warn';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Something to know that is no fault. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  const Icon = tone === 'warn' ? TriangleAlert : Info;
  return (
    <div className={`alert alert-${tone}`} role="status">
      <Icon size={18} aria-hidden="true" />
      <div className="alert-text">
        {title && <span className="alert-title">{title}</span>}
        {children && <span className="small">{children}</span>}
      </div>
      {action}
    </div>
  );
}
