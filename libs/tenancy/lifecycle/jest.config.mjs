export default { displayName: 'tenancy-lifecycle', preset: '../../../jest.preset.js' };
