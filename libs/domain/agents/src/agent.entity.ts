import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happens to a turn that nobody reads any more. */
export type DisconnectPolicy = 'continue' | 'abort';

/** An agent that an account publishes. */
@Entity('agents')
export class Agent {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('text') greeting!: string;
  @Column('jsonb') suggestions!: string[];
  @Column('jsonb') theme!: Record<string, string>;
  @Column('text', { name: 'system_prompt' }) systemPrompt!: string;
  /** The provider's name of the model; null for the platform's default. */
  @Column('text', { nullable: true }) model!: string | null;
  /** Slugs of the directory lists it may search; null for all. */
  @Column('text', { array: true, nullable: true }) lists!: string[] | null;
  @Column('text', { name: 'disconnect_policy' }) disconnectPolicy!: DisconnectPolicy;
  @Column('text') status!: 'published' | 'draft';
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

export const agentEntities = [Agent];
