export default { displayName: 'auth-admin', preset: '../../../jest.preset.js' };
