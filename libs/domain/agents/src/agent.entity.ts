import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happens to a turn that nobody reads any more. */
export type DisconnectPolicy = 'continue' | 'abort';

/** What an agent allows; what is not named is not limited by the agent. */
export interface AgentLimits {
  readonly turns_per_minute?: number;
  readonly concurrent_turns?: number;
  /** Entries that one search may bring to the model. */
  readonly tool_results_max?: number;
  /** Tokens of earlier exchanges that a prompt may hold. */
  readonly history_tokens_max?: number;
}

/** Money that an agent may spend in a period; `cheaper_model` answers when most of it is gone. */
export interface AgentBudget {
  /** A decimal number. */
  readonly amount: string;
  readonly currency: string;
  readonly period: 'day' | 'month';
  readonly cheaper_model?: string;
  /** Whether the directories alone answer once it is spent, in place of the closed message. */
  readonly directory_only?: boolean;
}

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
  /** Models to try in turn when the first one does not answer. */
  @Column('text', { array: true }) fallbacks!: string[];
  /** Names of the tools on offer to the model. */
  @Column('text', { array: true }) tools!: string[];
  @Column('jsonb') limits!: AgentLimits;
  /** Null: whatever it costs. */
  @Column('jsonb', { nullable: true }) budget!: AgentBudget | null;
  /** What visitors are told when the budget is spent. */
  @Column('text', { name: 'closed_message' }) closedMessage!: string;
  /** Whether anyone may chat with it on the hosted page, without a token. */
  @Column('boolean', { name: 'hosted_page' }) hostedPage!: boolean;
  @Column('integer', { name: 'max_output_tokens', nullable: true }) maxOutputTokens!: number | null;
  /** A decimal from 0 to 2, as PostgreSQL writes it; null for the provider's default. */
  @Column('numeric', { nullable: true }) temperature!: string | null;
  @Column('text', { name: 'disconnect_policy' }) disconnectPolicy!: DisconnectPolicy;
  @Column('text') status!: 'published' | 'draft';
  /** The number of the version that was published last; 0 before the first. */
  @Column('integer') version!: number;
  /** Raised by every change, that of a draft included. */
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  /** A deleted agent is kept for its conversations, under a slug that no path can name. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
}

export const agentEntities = [Agent];
