import 'reflect-metadata';
import { packageVersion, runService } from '@salient/platform';
import { loadConfig } from './config.js';
import { createApp } from './create-app.js';

await runService(loadConfig, (config) => createApp(config, packageVersion(import.meta.dirname)));
