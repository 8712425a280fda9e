export default { displayName: 'domain-limits', preset: '../../../jest.preset.js' };
