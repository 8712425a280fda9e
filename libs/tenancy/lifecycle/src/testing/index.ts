export { testProcess, type TestProcess } from './test-process.js';
export { testTenancy, testTenancyOptions, type TestTenancy } from './test-tenants.js';
