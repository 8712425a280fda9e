export {
  cloneDatabase,
  dropDatabase,
  templateDatabase,
  testControlDatabase,
  testServer,
  type TestControlDatabase,
} from './test-databases.js';
