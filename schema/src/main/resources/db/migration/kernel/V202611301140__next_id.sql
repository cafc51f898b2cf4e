-- Keys of rows that one statement makes in great number: UUID version 7, as cn.sunlot.kernel.Ids makes them, so that rows made
-- later sort later and lie together.
CREATE FUNCTION kernel.next_id() RETURNS uuid
  LANGUAGE sql VOLATILE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;
GRANT EXECUTE ON FUNCTION kernel.next_id() TO sunlot_platform;
