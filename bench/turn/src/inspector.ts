/**
 * The debugger's door of a process that was started with `--inspect-port=0`, opened by a signal only when it is needed:
 * https://chromedevtools.github.io/devtools-protocol/v8/
 */
export class Inspector {
  private readonly waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  private serial = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error } = JSON.parse(String(data)) as { id: number; result: Record<string, unknown>; error?: unknown };
      if (error) this.waiting.get(id)?.reject(new Error(JSON.stringify(error)));
      else this.waiting.get(id)?.resolve(result);
      this.waiting.delete(id);
    });
  }

  /** @param url as the process has written it to its standard error */
  static async connect(url: string): Promise<Inspector> {
    const socket = new WebSocket(url);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`${url} cannot be reached.`)));
    await promise;
    return new Inspector(socket);
  }

  /** Collects garbage until nothing more comes of it. */
  async collectGarbage(): Promise<void> {
    for (let time = 0; time < 3; time++) await this.send('HeapProfiler.collectGarbage');
  }

  /** Bytes that JavaScript holds: its heap, and buffers outside it. */
  async heldBytes(): Promise<number> {
    const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';
    const { result } = await this.send('Runtime.evaluate', { expression });
    return (result as { value: number }).value;
  }

  async startProfile(): Promise<void> {
    await this.send('Profiler.enable');
    await this.send('Profiler.setSamplingInterval', { interval: 200 });
    await this.send('Profiler.start');
  }

  /** What `--cpu-prof` would have written. */
  async stopProfile(): Promise<unknown> {
    const { profile } = await this.send('Profiler.stop');
    return profile;
  }

  close(): void {
    this.socket.close();
  }

  private send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = ++this.serial;
    const answer = Promise.withResolvers<Record<string, unknown>>();
    this.waiting.set(id, answer);
    this.socket.send(JSON.stringify({ id, method, params }));
    return answer.promise;
  }
}
