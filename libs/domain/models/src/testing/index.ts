export { answer, startFakeOpenAi, type FakeOpenAi, type ReceivedRequest, type Step } from './fake-openai.js';
