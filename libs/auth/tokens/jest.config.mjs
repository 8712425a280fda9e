export default { displayName: 'auth-tokens', preset: '../../../jest.preset.js' };
