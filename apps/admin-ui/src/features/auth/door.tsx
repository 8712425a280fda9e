import { useEffect, type ReactNode } from 'react';
import mark from '../../ui/salient.svg';
import './auth.css';

interface DoorProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages outside: one card, one thing to do. */
export function Door({ title, description, children }: DoorProps) {
  useEffect(() => {
    document.title = `${title} · Salient`;
  }, [title]);
  return (
    <main className="door">
      <div className="door-card card">
        <img src={mark} alt="Salient" width={40} height={40} />
        <div className="stack-tight">
          <h1>{title}</h1>
          {description && <p className="quiet">{description}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
