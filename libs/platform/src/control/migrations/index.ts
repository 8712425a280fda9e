import { ControlSchema1764000000000 } from './1764000000000-control-schema.js';

/** Every control migration, oldest first. */
export const controlMigrations = [ControlSchema1764000000000];
