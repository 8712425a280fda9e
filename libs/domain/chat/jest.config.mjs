export default { displayName: 'domain-chat', preset: '../../../jest.preset.js' };
