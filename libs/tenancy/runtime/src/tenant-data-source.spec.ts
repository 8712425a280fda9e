import { silentTypeormLogger, typeormAddress, withClient } from '@salient/platform';
import { metadataShape, testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import {
  AfterLoad,
  BaseEntity,
  BeforeInsert,
  Check,
  ChildEntity,
  Column,
  DataSource,
  DeleteDateColumn,
  Entity,
  Index,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  RelationId,
  TableInheritance,
  Tree,
  TreeChildren,
  TreeParent,
  Unique,
  VersionColumn,
  type Relation,
} from 'typeorm';
import { BrokeredPool } from './broker/brokered-pool.js';
import { ServerBroker } from './broker/server-broker.js';
import { CONNECTION_DEFAULTS } from './tenancy.options.js';
import { SharedMetadata, TenantDataSource } from './tenant-data-source.js';

@Entity('authors')
class Author {
  @PrimaryColumn('integer') id!: number;
  @Column('text') name!: string;
  @OneToMany(() => Book, (book) => book.author, { cascade: true }) books!: Relation<Book>[];
}
@Entity('books')
class Book {
  @PrimaryColumn('integer') id!: number;
  @Column('text') title!: string;
  @ManyToOne(() => Author, (author) => author.books) author!: Relation<Author>;
}
/** With what entities can have: embedded columns, generated ones, enums, transformers, indices, uniques, checks, join tables, trees, listeners. */
class Period {
  @Column('timestamptz') from!: Date;
  @Column('timestamptz', { nullable: true }) until!: Date | null;
}
@Entity('shelves', { orderBy: { label: 'ASC' } })
@Unique('shelf_label', ['label'])
@Index('shelf_open', ['open.from', 'label'])
@Check('shelf_label_short', 'length(label) < 100')
@Tree('materialized-path')
class Shelf {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { transformer: { to: (text: string) => text.trim(), from: (text: string) => text } }) label!: string;
  @Column({ type: 'enum', enum: ['high', 'low'], default: 'low' }) place!: string;
  @Column('numeric', { precision: 10, scale: 2, select: false }) width!: string;
  @Column(() => Period) open!: Period;
  @VersionColumn() version!: number;
  @DeleteDateColumn() deletedAt!: Date | null;
  @TreeChildren() parts!: Shelf[];
  @TreeParent() whole!: Shelf | null;
  @ManyToMany(() => Label, (label) => label.shelves, { cascade: ['insert'] })
  @JoinTable({ name: 'shelf_labels' })
  labels!: Relation<Label>[];
  @OneToOne(() => Label, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'main_label', foreignKeyConstraintName: 'shelf_main_label' })
  mainLabel!: Relation<Label> | null;
  @RelationId((shelf: Shelf) => shelf.labels) labelIds!: number[];
  @AfterLoad() noteLoad() {
    this.labelIds ??= [];
  }
  @BeforeInsert() noteInsert() {
    this.labelIds = [];
  }
}
@Entity('labels')
@TableInheritance({ column: { type: 'text', name: 'kind' } })
class Label {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') @Index({ unique: true, where: 'id > 0' }) text!: string;
  @Column({ type: 'integer', generatedType: 'STORED', asExpression: 'length(text)' }) size!: number;
  @ManyToMany(() => Shelf, (shelf) => shelf.labels) shelves!: Relation<Shelf>[];
}
@ChildEntity('coloured')
class ColouredLabel extends Label {
  @Column('text', { nullable: true }) colour!: string | null;
}
const EVERYTHING = [Author, Book, Shelf, Label, ColouredLabel];
const KINDS = ['EntityMetadata', 'ColumnMetadata', 'RelationMetadata', 'IndexMetadata', 'UniqueMetadata', 'CheckMetadata'].concat([
  'ForeignKeyMetadata',
  'EmbeddedMetadata',
  'EntityListenerMetadata',
  'RelationIdMetadata',
]);

describe('a tenant’s DataSource', () => {
  let tenancy: TestTenancy;
  let broker: ServerBroker;
  let shared: SharedMetadata;
  const slugs = ['acme', 'globex', 'initech'];
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, ...slugs);
    shared = await SharedMetadata.build([Author, Book]);
    for (const slug of slugs)
      await withClient(tenancy.tenants[slug]!.address, (client) =>
        client.query(`CREATE TABLE authors (id integer PRIMARY KEY, name text NOT NULL);
          CREATE TABLE books (id integer PRIMARY KEY, title text NOT NULL, "authorId" integer REFERENCES authors)`),
      );
  });
  beforeEach(() => {
    broker = new ServerBroker({ ...CONNECTION_DEFAULTS, budget: 4 });
  });
  afterEach(() => broker.close());
  afterAll(() => tenancy.close());

  async function open(slug: string): Promise<TenantDataSource> {
    const { id, address } = tenancy.tenants[slug]!;
    broker.openPool(slug, { address, tenantId: id, applicationName: 'data-source-spec', lane: 'work' });
    return new TenantDataSource(shared, new BrokeredPool(broker, slug), address.database).initialize();
  }

  it('dials nothing when it is opened and when it is closed', async () => {
    const dataSource = await open('acme');
    expect(broker.snapshot).toMatchObject({ lent: 0, idle: 0, dialing: 0, closing: 0 });
    expect(dataSource.isInitialized).toBe(true);
    await dataSource.destroy();
    expect(broker.snapshot).toMatchObject({ lent: 0, idle: 0, dialing: 0, closing: 0 });
  });

  it('has the same metadata as one that TypeORM builds by itself, down to the last property', async () => {
    const plain = new DataSource({
      type: 'postgres',
      driver: pg,
      ...typeormAddress(tenancy.tenants['acme']!.address),
      entities: EVERYTHING,
      installExtensions: false,
      logger: silentTypeormLogger,
    });
    await plain.initialize();
    const { id, address } = tenancy.tenants['acme']!;
    broker.openPool('all', { address, tenantId: id, applicationName: 'data-source-spec', lane: 'work' });
    const metadata = await SharedMetadata.build(EVERYTHING);
    const own = await new TenantDataSource(metadata, new BrokeredPool(broker, 'all'), address.database).initialize();
    const shape = metadataShape(own) as { name: string }[];
    const text = JSON.stringify(shape);
    for (const kind of KINDS) expect(text).toContain(`"is":"${kind}"`); // it looks at what there is
    expect(shape).toEqual(metadataShape(plain));
    const names = (source: DataSource) => [...source.entityMetadatasMap.values()].map(({ name }) => name);
    expect(names(own)).toEqual(names(plain));
    await plain.destroy();
    await own.destroy();
  });

  it('is made for exactly the version of TypeORM that it was tried with', () => {
    const { dependencies } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(dependencies['typeorm']).toBe('1.1.1');
  });

  it('reaches its own tenant with repositories, relations, query builders and transactions, however these are interleaved', async () => {
    const sources = await Promise.all(slugs.map(open));
    await Promise.all(
      sources.flatMap((source, index) =>
        Array.from({ length: 10 }, async (_, id) => {
          const author = source
            .getRepository(Author)
            .create({ id, name: `${slugs[index]} ${id}`, books: [{ id, title: `of ${slugs[index]}` }] });
          await source.transaction((manager) => manager.save(author));
          await source
            .createQueryBuilder()
            .update(Book)
            .set({ title: `by ${slugs[index]}` })
            .where({ id })
            .execute();
        }),
      ),
    );
    for (const [index, source] of sources.entries()) {
      const authors = await source.getRepository(Author).find({ relations: { books: true }, order: { id: 'ASC' } });
      expect(authors.map(({ name, books }) => [name, books.map(({ title }) => title)])).toEqual(
        Array.from({ length: 10 }, (_, id) => [`${slugs[index]} ${id}`, [`by ${slugs[index]}`]]),
      );
      const raw = await source
        .createQueryBuilder(Author, 'author')
        .leftJoin('author.books', 'book')
        .where('book.title LIKE :own', { own: `%${slugs[index]}` })
        .getCount();
      expect(raw).toBe(10);
    }
  });

  it('has a statement of a hot path parsed once on a connection, however often it runs', async () => {
    const source = await open('acme');
    const statement = { name: 'author_by_id', text: 'SELECT name FROM authors WHERE id = $1' };
    for (let id = 100; id < 103; id++) await source.run(statement, [id]);
    const uses = 'SELECT (generic_plans + custom_plans)::int AS uses FROM pg_prepared_statements WHERE name = $1';
    expect(await source.run(uses, ['author_by_id'])).toEqual([{ uses: 3 }]);
  });

  it('goes on after a migration that changes what a prepared statement answers', async () => {
    const source = await open('globex');
    const statement = { name: 'pages', text: 'SELECT count FROM pages' };
    await source.run('CREATE TABLE pages (count integer)');
    await source.run('INSERT INTO pages VALUES (7)');
    expect(await source.run(statement)).toEqual([{ count: 7 }]);
    await source.run('ALTER TABLE pages ALTER count TYPE text');
    for (let time = 0; time < 2; time++) expect(await source.run(statement)).toEqual([{ count: '7' }]);
  });

  it('gives a connection back after a statement that fails', async () => {
    const source = await open('acme');
    await expect(source.run('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
    expect(broker.snapshot).toMatchObject({ lent: 0, idle: 1 });
  });

  it('copies many rows, or none of them; and goes on with a connection whose server refused them halfway', async () => {
    const source = await open('initech');
    await source.run('CREATE TABLE copied (id integer PRIMARY KEY, name text)');
    const rows = (from: number) => Buffer.from(Array.from({ length: 20_000 }, (_, id) => `${from + id}\t${'x'.repeat(200)}\n`).join(''));
    const count = 'SELECT count(*)::int FROM copied';
    await source.copyFrom('COPY copied FROM STDIN', rows(0));
    expect(await source.run(count)).toEqual([{ count: 20_000 }]);
    for (const clashing of [rows(0), rows(-1_000), rows(19_999)])
      await expect(source.copyFrom('COPY copied FROM STDIN', clashing)).rejects.toMatchObject({ code: '23505' });
    await expect(source.copyFrom('COPY absent FROM STDIN', rows(0))).rejects.toMatchObject({ code: '42P01' });
    expect(await source.run(count)).toEqual([{ count: 20_000 }]);
    expect(broker.snapshot).toMatchObject({ lent: 0, idle: 1 });
  });

  it('refuses entities that would reach another tenant', async () => {
    @Entity('lazy_children')
    class LazyChild {
      @PrimaryColumn('integer') id!: number;
      @ManyToOne(() => Author, { lazy: true }) author!: Promise<Author>;
    }
    @Entity('active_records')
    class ActiveRecord extends BaseEntity {
      @PrimaryColumn('integer') id!: number;
    }
    await expect(SharedMetadata.build([LazyChild, Author, Book])).rejects.toThrow(/lazy relation/);
    await expect(SharedMetadata.build([ActiveRecord])).rejects.toThrow(/BaseEntity/);
  });
});
