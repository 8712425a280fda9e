import { testServer } from '@salient/platform/testing';
import { faultOf } from './fault.js';
import { createProgram } from './program.js';

describe('A command that its database does not let in', () => {
  const variables = { ...process.env };
  afterEach(() => void (process.env = { ...variables }));

  it('says so in one sentence, and which variable to look at', async () => {
    const { user, host, port } = testServer();
    process.env['POSTGRES_ADMIN_URL'] = `postgresql://${user}:wrong@${host}:${port}/salient_admin`;
    process.env['SALIENT_ENCRYPTION_KEYS'] = `k1:${Buffer.alloc(32).toString('base64')}`;
    const fault: unknown = await createProgram().exitOverride().parseAsync(['server', 'list'], { from: 'user' }).catch(faultOf);
    expect(fault).toBe(
      `The database cannot be reached: password authentication failed for user "${user}". Look at POSTGRES_ADMIN_URL, or at the account's server.`,
    );
  });
});
