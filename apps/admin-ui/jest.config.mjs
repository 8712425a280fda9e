export default { displayName: 'admin-ui', preset: '../../jest.preset.js' };
