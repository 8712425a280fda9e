export const en = {
  overview: 'Overview',
  agents: 'Agents',
  tokens: 'Tokens',
  directories: 'Directories',
  conversations: 'Conversations',
  unanswered: 'Unanswered',
  usage: 'Usage',
  members: 'Members',
  audit: 'Audit',
  accounts: 'Accounts',
  fleet: 'Fleet',
} as const;
