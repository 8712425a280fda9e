export { startRedis, type Redis } from './redis.js';
