-- Run once as the administrator, in the database `postgres`: psql -v password="$PASSWORD" -f auth-query.sql
-- PgBouncer's own role may look up the verifier of an account's role, and nothing else.
CREATE ROLE pgbouncer LOGIN PASSWORD :'password';
GRANT CONNECT ON DATABASE postgres TO pgbouncer;
CREATE SCHEMA pgbouncer AUTHORIZATION CURRENT_USER;
CREATE FUNCTION pgbouncer.credentials(wanted name) RETURNS TABLE (username name, password text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  AS $$ SELECT rolname, rolpassword FROM pg_authid WHERE rolname = wanted AND rolcanlogin $$;
REVOKE ALL ON FUNCTION pgbouncer.credentials(name) FROM PUBLIC;
GRANT USAGE ON SCHEMA pgbouncer TO pgbouncer;
GRANT EXECUTE ON FUNCTION pgbouncer.credentials(name) TO pgbouncer;
