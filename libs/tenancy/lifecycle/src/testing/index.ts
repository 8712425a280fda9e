export { testProcess, type TestProcess } from './test-process.js';
export { testTenancy, type TestTenancy } from './test-tenants.js';
