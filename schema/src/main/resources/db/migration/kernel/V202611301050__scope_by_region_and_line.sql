-- Scope by region and line: what somebody may change is narrower than what they may see, and targets are seen by region.

-- For whose departments the transaction may change rows.
CREATE FUNCTION kernel.handled_departments() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN coalesce(current_setting('sunlot.handled', true), '') IN ('', '*') THEN '{}'::uuid[]
    ELSE string_to_array(current_setting('sunlot.handled', true), ',')::uuid[]
  END;

-- Whether targets of the whole authority may be seen ('*own'), or only those of some regions.
CREATE FUNCTION kernel.sees_all_regions() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('sunlot.regions', true), '') = '*own';

CREATE FUNCTION kernel.visible_regions() RETURNS text[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN coalesce(current_setting('sunlot.regions', true), '') IN ('', '*', '*own') THEN '{}'::text[]
    ELSE string_to_array(current_setting('sunlot.regions', true), ',')
  END;

GRANT EXECUTE ON FUNCTION kernel.handled_departments(), kernel.sees_all_regions(), kernel.visible_regions() TO sunlot_platform;
