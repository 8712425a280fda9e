export default { displayName: 'domain-directory', preset: '../../../jest.preset.js' };
