import { Controller, Get, Param, Query } from '@nestjs/common';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { DirectorySchemaDetail, DirectorySchemaSummary, DirectorySchemaVersion } from '@salient/contracts/admin';
import { SchemaCatalog, SchemaNotFound } from '@salient/domain/directory';
import { Describe, zodPipe } from '@salient/platform';

const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired'] as const;

/** The platform's directory schemas, for everybody who is signed in. */
@Controller('directory-schemas')
export class DirectorySchemasController {
  constructor(private readonly catalog: SchemaCatalog) {}

  @Get()
  @Describe({
    summary: 'List directory schemas',
    query: PageQuery,
    answers: { 200: pageOf(DirectorySchemaSummary) },
    problems: [...PROBLEMS, 'invalid_request'],
  })
  list(@Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<DirectorySchemaSummary>> {
    return this.catalog.page(query);
  }

  @Get(':entry_type')
  @Describe({
    summary: 'Read the newest version of a schema',
    answers: { 200: DirectorySchemaDetail },
    problems: [...PROBLEMS, 'not_found'],
  })
  get(@Param('entry_type') entryType: string): Promise<DirectorySchemaDetail> {
    return this.catalog.get(entryType);
  }

  @Get(':entry_type/versions/:version')
  @Describe({ summary: 'Read one version of a schema', answers: { 200: DirectorySchemaVersion }, problems: [...PROBLEMS, 'not_found'] })
  getVersion(@Param('entry_type') entryType: string, @Param('version') version: string): Promise<DirectorySchemaVersion> {
    if (!/^[1-9]\d{0,8}$/.test(version)) throw new SchemaNotFound(entryType);
    return this.catalog.getVersion(entryType, Number(version));
  }
}
