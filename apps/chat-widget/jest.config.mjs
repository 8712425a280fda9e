export default { displayName: 'chat-widget', preset: '../../jest.preset.js' };
