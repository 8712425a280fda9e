import { Test } from '@nestjs/testing';
import { PinoLogger } from 'nestjs-pino';
import { LoggingModule } from './logging.module.js';

describe('the log', () => {
  const lines: string[] = [];
  let logger: PinoLogger;
  beforeAll(async () => {
    const stream = { write: (line: string) => void lines.push(line) };
    const module = await Test.createTestingModule({ imports: [LoggingModule.forRoot({ app: 'spec', level: 'info', stream })] }).compile();
    logger = await module.resolve(PinoLogger);
  });
  const last = () => JSON.parse(lines.at(-1)!) as Record<string, unknown>;

  it('says what went wrong, where and why, and not with which data', () => {
    const query = Object.assign(new Error('permission denied for table agents', { cause: new TypeError('why') }), {
      code: '42501',
      query: 'SELECT $1',
      parameters: ['a visitor’s words'],
    });
    logger.error({ err: query }, 'Unexpected error');
    expect(last()).toMatchObject({
      level: 'error',
      app: 'spec',
      msg: 'Unexpected error',
      err: { type: 'Error', code: '42501', message: 'permission denied for table agents', cause: { type: 'TypeError', message: 'why' } },
    });
    expect(last()).toHaveProperty('err.stack', expect.stringContaining('logging.module.spec'));
    expect(lines.at(-1)).not.toMatch(/visitor’s words|SELECT/);
  });

  it('says what was thrown that is no error', () => {
    logger.warn({ err: 'just words' }, 'Odd');
    expect(last()).toMatchObject({ err: { message: 'just words' } });
  });

  it('takes in no secret that is given to it by its name', () => {
    logger.info({ token: 'sal_sk_x', request: { password: 'hunter2', authorization: 'Bearer x' } }, 'Careless');
    expect(lines.at(-1)).not.toMatch(/sal_sk_x|hunter2|Bearer x/);
  });
});
