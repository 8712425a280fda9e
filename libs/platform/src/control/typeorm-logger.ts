import type { Logger } from 'typeorm';

const nothing = () => undefined;

/**
 * One logger for every DataSource, which says nothing: TypeORM's own prints to the console, statements and parameters
 * included. What fails is thrown, and logged where it is caught.
 */
export const silentTypeormLogger: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
