-- A password that an administrator set is known to two people: its owner changes it before anything else.
ALTER TABLE organisation.person ADD COLUMN password_due boolean NOT NULL DEFAULT false;
