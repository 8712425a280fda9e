import { X } from 'lucide-react';
import { Toast as RadixToast } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../i18n/index.js';
import { uiMessages } from './messages/index.js';

export interface ToastOptions {
  readonly text: string;
  /** Takes back what was done. */
  readonly undo?: () => void;
  /** Called when the time for undoing is over: what cannot be taken back is done here and not before. */
  readonly onExpire?: () => unknown;
  readonly durationMs?: number;
}

interface ShownToast extends ToastOptions {
  readonly id: number;
}

const DURATION_MS = 6_000;
let shown: readonly ShownToast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says in passing what was done, with a way back where there is one. Faults do not belong here: they stay where they are. */
export function toast(options: ToastOptions): void {
  show([...shown, { ...options, id: ++lastId }]);
}

function close(id: number, undone: boolean): unknown {
  const one = shown.find((each) => each.id === id);
  if (!one) return;
  show(shown.filter((each) => each.id !== id));
  return undone ? one.undo?.() : one.onExpire?.();
}

/** Nobody waits longer for a server that does not answer; what was asked of it is sent all the same. */
const SETTLE_MS_MAX = 3_000;

/** Closes them all, and does what waited for its undo: it was asked for. */
export async function settleToasts(): Promise<void> {
  const settled = Promise.all(shown.map(({ id }) => close(id, false)));
  await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, SETTLE_MS_MAX))]);
}

addEventListener('pagehide', () => void settleToasts());

export function Toasts() {
  const t = useMessages(uiMessages);
  const toasts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return (
    <RadixToast.Provider label={t('notification')} swipeDirection="right">
      {toasts.map(({ id, text, undo, durationMs = DURATION_MS }) => (
        <RadixToast.Root key={id} className="toast" duration={durationMs} onOpenChange={(open) => void (open || close(id, false))}>
          <RadixToast.Description className="toast-text">{text}</RadixToast.Description>
          {undo && (
            <RadixToast.Action altText={t('undo')} onClick={() => void close(id, true)}>
              {t('undo')}
            </RadixToast.Action>
          )}
          <RadixToast.Close className="toast-close" aria-label={t('close')}>
            <X size={16} aria-hidden="true" />
          </RadixToast.Close>
        </RadixToast.Root>
      ))}
      <RadixToast.Viewport className="toasts" label={t('notifications')} />
    </RadixToast.Provider>
  );
}
