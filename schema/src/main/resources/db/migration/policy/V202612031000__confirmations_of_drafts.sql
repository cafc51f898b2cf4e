-- A profile that is a draft is used as an expired one is: under somebody's name, who says that it is one, until a day.
ALTER TABLE policy.expired_confirmation
  ADD COLUMN ground text NOT NULL DEFAULT 'expired' CHECK (ground IN ('expired', 'draft'));
