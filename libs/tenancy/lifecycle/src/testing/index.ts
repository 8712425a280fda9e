export { lostBeforeCommit } from './lost-process.js';
export { metadataShape } from './metadata-shape.js';
export { registerSilentServer } from './silent-server.js';
export { testProcess, type TestProcess } from './test-process.js';
export { testTenancy, testTenancyOptions, type TestTenancy } from './test-tenants.js';
