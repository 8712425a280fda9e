export default { displayName: 'domain-models', preset: '../../../jest.preset.js' };
