-- Versions for changes on the screens, and a count that ends the sessions of a person whose access changed.
ALTER TABLE organisation.department ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE organisation.person ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE organisation.person ADD COLUMN access integer NOT NULL DEFAULT 1;
