import type { RouteExamples } from '@salient/platform';
import { accountExamples } from './account-examples.js';
import { agentExamples } from './agent-examples.js';
import { conversationExamples } from './conversation-examples.js';
import { directoryExamples } from './directory-examples.js';
import { fleetExamples } from './fleet-examples.js';
import { peopleExamples } from './people-examples.js';
import { schemaExamples } from './schema-examples.js';

/** An example for every route of admin-api. */
export const examples: RouteExamples = {
  ...peopleExamples,
  ...accountExamples,
  ...agentExamples,
  ...directoryExamples,
  ...schemaExamples,
  ...conversationExamples,
  ...fleetExamples,
};
