export default { displayName: 'visitor', preset: '../../jest.preset.js' };
