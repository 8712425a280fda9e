import { AsyncLocalStorage } from 'node:async_hooks';
import { runAsTenant, type TenantHandle } from '@salient/tenancy';

interface Group<Member> {
  readonly members: Map<Member, TenantHandle>;
  readonly timer: NodeJS.Timeout;
  /** The round under way: there is no next one before it has ended. */
  round: Promise<void> | undefined;
}

/**
 * What comes up again and again for each of many turns, done for all turns of an account in one go, so that an account with a hundred
 * running turns costs its database no more statements than one with a single turn. Accounts have their rounds at times of their own.
 */
export class TenantRounds<Member> {
  /** By the DataSource that the leases of its members keep open: that of one account, in one version of where it is. */
  private readonly groups = new Map<TenantHandle['dataSource'], Group<Member>>();
  /** A round belongs to no request, so it does not run in the context of the one that happened to come first. */
  private readonly outside = AsyncLocalStorage.snapshot();

  /**
   * @param roundMs milliseconds from one round to the next
   * @param work one round, for the account of the members; it does not throw
   * @param beat called for each member when a round is due, also while the one before is still under way
   */
  constructor(
    private readonly roundMs: number,
    private readonly work: (members: readonly Member[]) => Promise<void>,
    private readonly beat: (member: Member) => void = () => undefined,
  ) {}

  /**
   * @param lease held by the member until it has left
   * @returns leaves; resolves when no round runs on the lease any more
   */
  join(lease: TenantHandle, member: Member): () => Promise<void> {
    const { dataSource } = lease;
    const group = this.groups.get(dataSource) ?? this.open(dataSource);
    group.members.set(member, lease);
    return async () => {
      group.members.delete(member);
      if (group.members.size === 0) this.close(dataSource, group);
      await group.round;
    };
  }

  private open(dataSource: TenantHandle['dataSource']): Group<Member> {
    const timer = this.outside(() => setInterval(() => this.turn(group), this.roundMs).unref());
    const group: Group<Member> = { members: new Map(), timer, round: undefined };
    this.groups.set(dataSource, group);
    return group;
  }

  private close(dataSource: TenantHandle['dataSource'], group: Group<Member>): void {
    clearInterval(group.timer);
    if (this.groups.get(dataSource) === group) this.groups.delete(dataSource);
  }

  private turn(group: Group<Member>): void {
    for (const member of group.members.keys()) this.beat(member);
    const [lease] = group.members.values();
    if (!lease || group.round) return;
    group.round = runAsTenant(lease, () => this.work([...group.members.keys()])).finally(() => (group.round = undefined));
  }
}
