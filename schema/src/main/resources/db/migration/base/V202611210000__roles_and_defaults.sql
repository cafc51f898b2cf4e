-- What all modules share. Every module's own migrations create its schema and grant rights in it.
--
-- Three kinds of role:
--   the owner           runs migrations and owns everything; the application never serves requests as it
--   sunlot_platform     group role of the back office: rights are granted to it, module by module
--   sunlot_portal       group role of the public site: SELECT in publicity, EXECUTE on functions of intake
-- The logins of the application are members of a group role. Group roles belong to the whole server and may
-- be there already, from another database on it, also at this very moment.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['sunlot_platform', 'sunlot_portal'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION
        WHEN duplicate_object OR unique_violation THEN NULL;
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'role % is missing and % may not create it', wanted, current_user
            USING HINT = format('Run as an administrator of the server: CREATE ROLE %I NOLOGIN; or: '
              'ALTER ROLE %I CREATEROLE;', wanted, current_user);
      END;
    END IF;
  END LOOP;
END
$$;

-- Nobody comes in, or finds anything, without a grant that a migration of ours gave.
REVOKE ALL ON SCHEMA public FROM PUBLIC;

DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
END
$$;

-- PostgreSQL lets everybody execute a new function; ours need a grant like everything else.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
