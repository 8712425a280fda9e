import { ChevronLeft, type LucideIcon } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { useEffect, type CSSProperties, type ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Where one comes from. */
  readonly back?: { readonly to: string; readonly label: string };
  /** Buttons and links beside the title. */
  readonly actions?: ReactNode;
  /** Beside the title, such as a badge. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: its title is the one heading of the first level, and the window's. */
export function Page({ title, description, back, actions, status, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Salient`;
  }, [title]);
  return (
    <div className="page">
      <div className="page-header">
        <div className="page-header-text">
          {back && (
            <Link to={back.to} className="page-back">
              <ChevronLeft size={14} aria-hidden="true" /> {back.label}
            </Link>
          )}
          <div className="row">
            <h1>{title}</h1>
            {status}
          </div>
          {description && <p>{description}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

interface CardProps {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Card({ title, actions, children, className }: CardProps) {
  return (
    <section className={`card ${className ?? ''}`} aria-label={title}>
      {(title || actions) && (
        <div className="card-header">
          {title && <h2>{title}</h2>}
          {actions && <div className="row">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

export function Stat({ label, value, note }: { readonly label: string; readonly value: ReactNode; readonly note?: ReactNode }) {
  return (
    <div className="card">
      <div className="stat-label">{label}</div>
      <div className="stat-value">{value}</div>
      {note && <div className="quiet small">{note}</div>}
    </div>
  );
}

export type BadgeTone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent';

export function Badge({ tone = 'neutral', children }: { readonly tone?: BadgeTone; readonly children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

interface EmptyStateProps {
  readonly icon: LucideIcon;
  /** Left out where the page's own title says it. */
  readonly title?: string;
  /** What this is for, and what to do first. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Where nothing is yet: says what would be here, why one wants it, and how to begin. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="card empty">
      <span className="empty-icon">
        <Icon size={26} aria-hidden="true" />
      </span>
      {title && <h2>{title}</h2>}
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Holds the place of what is on its way. */
export function Skeleton({
  height = 16,
  width = '100%',
}: {
  readonly height?: CSSProperties['height'];
  readonly width?: CSSProperties['width'];
}) {
  return <div className="skeleton" style={{ height, width }} aria-hidden="true" />;
}

export function SkeletonLines({ lines = 4, label }: { readonly lines?: number; readonly label: string }) {
  return (
    <div className="card stack" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={18} width={`${92 - ((index * 17) % 40)}%`} />
      ))}
    </div>
  );
}

/** Names and values, such as the facts of a token. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
