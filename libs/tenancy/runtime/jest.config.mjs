export default { displayName: 'tenancy', preset: '../../../jest.preset.js' };
