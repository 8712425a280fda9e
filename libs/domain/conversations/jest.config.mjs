export default { displayName: 'domain-conversations', preset: '../../../jest.preset.js' };
