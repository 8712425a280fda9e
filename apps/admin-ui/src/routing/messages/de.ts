import type { en } from './en.js';

export const de: Record<keyof typeof en, string> = {
  overview: 'Überblick',
  agents: 'Agenten',
  tokens: 'Tokens',
  directories: 'Verzeichnisse',
  conversations: 'Gespräche',
  unanswered: 'Unbeantwortet',
  usage: 'Nutzung',
  members: 'Mitglieder',
  audit: 'Protokoll',
  accounts: 'Konten',
  fleet: 'Flotte',
};
