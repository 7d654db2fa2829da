-- What was published of an evaluation, word for word: what the enterprises say later does not change it.
CREATE TABLE insight_publication (
    period       text        PRIMARY KEY CHECK (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$'),
    -- First and last day, both counted in.
    first_day    date        NOT NULL,
    last_day     date        NOT NULL CHECK (last_day > first_day),
    evaluation   json        NOT NULL CHECK (json_typeof(evaluation) = 'object'),
    -- The orders that were counted, without personal data.
    orders       json        NOT NULL CHECK (json_typeof(orders) = 'array'),
    published_by text        NOT NULL,
    published_at timestamptz NOT NULL
);
CREATE TRIGGER insight_publication_insert_only BEFORE UPDATE OR DELETE ON insight_publication
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER insight_publication_no_truncate BEFORE TRUNCATE ON insight_publication
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
