import { freePort } from '../processes/ports.ts';
import { Balancer } from './balancer.ts';
import { ReplicaSet } from './replica-set.ts';
import type { Service } from './service.ts';
import type { Settings } from './settings.ts';

/** chat-api as the stack runs it: one process on its port, or several behind one, of which each is replaced when it ends. */
export interface ChatApi {
  readonly services: readonly Service[];
  /** Whether a process that ends is replaced; otherwise its end is the stack's. */
  readonly isSupervised: boolean;
  /** Lets visitors in; called when every process is ready. */
  open(): Promise<void>;
  stop(force: AbortSignal): Promise<void>;
}

export const ChatApi = {
  /** @param onChange called when a process has taken another's place */
  async start({ chatReplicas, chatApiPort }: Settings, start: (port: number) => Service, onChange: () => void): Promise<ChatApi> {
    if (chatReplicas === 1) return alone(start(chatApiPort));
    const ports = await Promise.all(Array.from({ length: chatReplicas }, () => freePort()));
    const replicas = new ReplicaSet(ports, start, ({ url }, how) => {
      process.stdout.write(`chat-api on ${url} ${how}; another one takes its place.\n`);
      onChange();
    });
    return behindOnePort(replicas, chatApiPort);
  },
};

function alone(service: Service): ChatApi {
  return { services: [service], isSupervised: false, open: () => Promise.resolve(), stop: (force) => service.stop(force) };
}

function behindOnePort(replicas: ReplicaSet, port: number): ChatApi {
  const balancer = new Balancer(() => replicas.services);
  let opened = false;
  return {
    services: replicas.services,
    isSupervised: true,
    async open() {
      await balancer.listen(port);
      opened = true;
    },
    async stop(force) {
      await replicas.stop(force);
      if (opened) await balancer.close();
    },
  };
}
