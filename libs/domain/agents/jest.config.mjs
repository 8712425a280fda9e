export default { displayName: 'domain-agents', preset: '../../../jest.preset.js' };
