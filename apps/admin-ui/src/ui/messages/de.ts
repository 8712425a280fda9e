import type { en } from './en.js';

export const de: Record<keyof typeof en, string> = {
  actions: 'Aktionen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  copied: 'Kopiert',
  copy: 'Kopieren',
  dropUnsaved: 'Änderungen verwerfen',
  loading: 'Wird geladen',
  name: 'Name',
  notDownloaded: '{file} konnte nicht geladen werden: {why}',
  notification: 'Meldung',
  notifications: 'Meldungen ({hotkey})',
  optional: 'freiwillig',
  requestId: 'Anfrage {id}',
  save: 'Speichern',
  selectShown: 'Alle geladenen Zeilen auswählen',
  slug: 'Kurzname',
  tryAgain: 'Noch einmal versuchen',
  undo: 'Rückgängig',
  unsaved: 'Noch nicht gespeichert',
};
