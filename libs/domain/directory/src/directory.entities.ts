import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SchemaDocument } from './schema-document.js';

/** A directory of an account: entries of one type, which pin one version of its schema. */
@Entity('directory_lists')
export class DirectoryList {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('text', { name: 'entry_type' }) entryType!: string;
  @Column('integer', { name: 'schema_version' }) schemaVersion!: number;
  /** A copy of the pinned version, so that a tenant's database stands alone. */
  @Column('jsonb') schema!: SchemaDocument;
  /** A text search configuration of PostgreSQL, such as `english`. */
  @Column('text') language!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** One entry of a list. */
@Entity('directory_entries')
export class DirectoryEntry {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'list_id' }) readonly listId!: string;
  @Column('text', { name: 'external_key' }) externalKey!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) tags!: string[];
  @Column('jsonb') contact!: Record<string, string>;
  @Column('jsonb') data!: Record<string, unknown>;
  @Column('integer') version!: number;
  @Column('text') status!: 'active' | 'archived';
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

export const directoryEntities = [DirectoryList, DirectoryEntry];
