export {
  cloneDatabase,
  controlEnvironment,
  pooledAddress,
  dropDatabase,
  templateDatabase,
  testControlDatabase,
  testServer,
  type TestControlDatabase,
} from './test-databases.js';
