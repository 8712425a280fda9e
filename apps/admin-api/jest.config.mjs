export default { displayName: 'admin-api', preset: '../../jest.preset.js' };
