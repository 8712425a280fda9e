import { Column, CreateDateColumn, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity('agents')
export class AgentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'system_prompt' }) systemPrompt!: string;
  @Column('text', { nullable: true }) model!: string | null;
  @Column('text') status!: string;
}

@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('uuid') id!: string;
  @ManyToOne(() => AgentEntity) @JoinColumn({ name: 'agent_id' }) agent!: AgentEntity;
  @Column('text', { nullable: true }) principal!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_active_at' }) lastActiveAt!: Date;
}

@Entity('messages')
export class MessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @ManyToOne(() => SessionEntity) @JoinColumn({ name: 'session_id' }) session!: SessionEntity;
  @Column('bigint') seq!: number;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text') role!: 'user' | 'assistant';
  @Column('text') content!: string;
  @Column('text') status!: string;
  @Column('text', { name: 'finish_reason', nullable: true }) finishReason!: string | null;
  @Column('text', { nullable: true }) model!: string | null;
  @Column('jsonb', { nullable: true }) usage!: object | null;
  @Column('text', { name: 'cost_source', nullable: true }) costSource!: string | null;
  @Column('jsonb', { name: 'timings_ms', nullable: true }) timings!: object | null;
  @Column('uuid', { name: 'llm_request_id', nullable: true }) llmRequestId!: string | null;
  @Column('text', { nullable: true }) principal!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { name: 'completed_at', nullable: true }) completedAt!: Date | null;
}

@Entity('llm_requests')
export class LlmRequestEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'message_id' }) messageId!: string;
  @Column('text') provider!: string;
  @Column('text', { nullable: true }) model!: string | null;
  @Column('jsonb', { name: 'provider_request_ids' }) providerRequestIds!: string[];
  @Column('integer') calls!: number;
  @Column('integer', { name: 'input_tokens', nullable: true }) inputTokens!: number | null;
  @Column('integer', { name: 'output_tokens', nullable: true }) outputTokens!: number | null;
  @Column('text', { name: 'cost_source' }) costSource!: string;
  @Column('text') outcome!: string;
  @Column('integer', { name: 'duration_ms' }) durationMs!: number;
}

export const entities = [AgentEntity, SessionEntity, MessageEntity, LlmRequestEntity];
