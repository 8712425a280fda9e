import { z } from 'zod';
import { commonEnvironment, controlAddresses, controlDatabaseEnvironment, requireControlDatabase } from './common.environment.js';
import { integer, InvalidEnvironment, parseEnvironment, secret } from './environment.js';

const Database = z.object(controlDatabaseEnvironment).superRefine(requireControlDatabase);

describe('the environment', () => {
  it('is refused with every fault named at once, and no value', () => {
    const schema = z.object({ ...commonEnvironment, PORT: integer(8000, 1), JWT_SECRET: secret(32) });
    const parse = () =>
      parseEnvironment(schema, {
        PORT: 'eighty',
        JWT_SECRET: 'changeme-changeme-changeme-changeme',
        SALIENT_ENCRYPTION_KEYS: 'k1:tooshort',
      });
    expect(parse).toThrow(InvalidEnvironment);
    expect(parse).toThrow(/PORT: must be a number\n.*JWT_SECRET: is a placeholder/);
    expect(parse).toThrow(/SALIENT_ENCRYPTION_KEYS: key "k1" must be 32 bytes/);
    expect(parse).not.toThrow(/tooshort|eighty/);
  });

  it('takes an empty variable for a missing one', () => {
    expect(() => parseEnvironment(z.object({ NAME: z.string() }), { NAME: '' })).toThrow('NAME: is missing');
  });

  it('wants the control database as a URL or as its parts', () => {
    expect(() => parseEnvironment(Database, {})).toThrow('POSTGRES_ADMIN_URL: is missing (or set POSTGRES_HOST');
    expect(() => parseEnvironment(Database, { POSTGRES_HOST: 'db' })).toThrow('POSTGRES_ADMIN_PASSWORD: is missing');
    expect(() => parseEnvironment(Database, { POSTGRES_ADMIN_URL: 'mysql://db' })).toThrow('POSTGRES_ADMIN_URL: must be a URL such as');
  });

  it.each([
    ['postgresql://u:p%40ss@db:6000', 'salient_admin'],
    ['postgresql://u:p%40ss@db:6000/postgres', 'salient_admin'],
    ['postgresql://u:p%40ss@db:6000/other', 'other'],
  ])('reads %s as the control database "%s"', (url, database) => {
    const { pooled, direct } = controlAddresses(parseEnvironment(Database, { POSTGRES_ADMIN_URL: url }));
    expect(pooled).toEqual({ host: 'db', port: 6000, user: 'u', password: 'p@ss', database, tls: false });
    expect(direct).toEqual(pooled);
  });
});
