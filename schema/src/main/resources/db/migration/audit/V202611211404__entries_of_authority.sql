-- Who reads the record sees the entries of the own authority, and those of the platform itself. Everybody's steps are written.
ALTER TABLE audit.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_of_authority ON audit.entry FOR SELECT
  USING ((SELECT kernel.sees_all()) OR org = '' OR org = (SELECT kernel.own_authority())::text);
CREATE POLICY entry_written ON audit.entry FOR INSERT WITH CHECK (true);
CREATE INDEX entry_org ON audit.entry (org, id DESC);
