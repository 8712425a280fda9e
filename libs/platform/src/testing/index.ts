export {
  cloneDatabase,
  controlEnvironment,
  pooledAddress,
  dropDatabase,
  TEST_LOGINS,
  templateDatabase,
  testControlDatabase,
  testServer,
  type TestControlDatabase,
} from './test-databases.js';
export { fuzzApi, type FuzzReport, type FuzzTarget } from './fuzz/fuzz-api.js';
export { sendBytes } from './fuzz/send-bytes.js';
export { operationsOf, type ApiDocument, type ApiOperation } from './fuzz/api-operations.js';
export { freePort } from './free-port.js';
export { AnsweredStatuses } from './answered-statuses.js';
export { documentedMedia, exampleFaults, unexemplified, type DocumentedMedia } from './documented-media.js';
