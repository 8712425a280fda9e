/** Where a PostgreSQL database is and who opens it: discrete fields, so that no URL with a password travels through the code. */
export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly tls: boolean;
}

export const CONTROL_DATABASE_NAME = 'salient_admin';

/** Databases that every server has; a URL that names one of them means the server, not the database. */
const MAINTENANCE_DATABASES = new Set(['', 'postgres', 'template1']);

/** The control database is the one that the URL's path names, or `salient_admin` when it names none or a maintenance database. */
export function parseControlUrl(url: string): PostgresAddress {
  const address = parsePostgresUrl(url);
  return MAINTENANCE_DATABASES.has(address.database) ? { ...address, database: CONTROL_DATABASE_NAME } : address;
}

/**
 * Reads a connection URL (https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-CONNSTRING-URIS).
 *
 * @throws TypeError when the text is no URL
 */
export function parsePostgresUrl(text: string): PostgresAddress {
  const url = new URL(text);
  const mode = url.searchParams.get('sslmode');
  return {
    host: url.hostname || '127.0.0.1',
    port: url.port ? Number(url.port) : 5432,
    user: decodeURIComponent(url.username) || 'postgres',
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    tls: mode !== null && !['disable', 'allow', 'prefer'].includes(mode),
  };
}

/** The fields that TypeORM and pg's pool take, never a URL: a URL would be printed by their errors. */
export function typeormAddress(address: PostgresAddress) {
  const { host, port, user: username, password, database, tls } = address;
  return { host, port, username, password, database, ssl: tls ? { rejectUnauthorized: true } : false };
}

/** The same for a bare pg client. */
export function clientAddress(address: PostgresAddress) {
  const { username: user, ...rest } = typeormAddress(address);
  return { ...rest, user };
}
