export default { displayName: 'domain-tenant-schema', preset: '../../../jest.preset.js' };
