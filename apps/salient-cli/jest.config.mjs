export default { displayName: 'salient-cli', preset: '../../jest.preset.js' };
