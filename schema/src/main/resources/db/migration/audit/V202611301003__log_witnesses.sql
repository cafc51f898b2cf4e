-- Which bodies watch the log, and from which size of the tree on; the last row of a key counts.
CREATE TABLE audit.log_witness (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL,
  size bigint NOT NULL,
  watching boolean NOT NULL,
  at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON audit.log_witness TO sunlot_platform;
CREATE TRIGGER log_witness_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.log_witness
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
