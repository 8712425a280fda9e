import type { en } from './en.js';

export const de: Record<keyof typeof en, string> = {
  action: 'Aktion',
  actionHint: 'Etwa token.created, oder token für alles, was mit Token geschah.',
  actor: 'Wer',
  actorHint: 'Eine E-Mail-Adresse oder eine Kennung.',
  admin: 'Person',
  api_token: 'API-Token',
  apply: 'Filtern',
  clear: 'Zurücksetzen',
  description: 'Jede Änderung dieses Kontos: wer, was, wann, und wie es vorher war. Niemand kann es ändern.',
  details: 'Einzelheiten',
  detailsOf: 'Einzelheiten zu {action}',
  emptyText:
    'Keine Änderung passt zum Filter. Änderungen an Token, Agenten, Verzeichnissen, Mitgliedern und dem Konto selbst erscheinen hier.',
  emptyTitle: 'Nichts zu sehen',
  export: 'Als JSON-Zeilen exportieren',
  request: 'Anfrage',
  system: 'das System',
  target: 'Was',
  targetHint: 'Eine Kennung oder eine Art wie agent.',
  time: 'Wann',
  title: 'Protokoll',
};
