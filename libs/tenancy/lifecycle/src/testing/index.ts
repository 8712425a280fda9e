export { testTenancy, type TestTenancy } from './test-tenants.js';
