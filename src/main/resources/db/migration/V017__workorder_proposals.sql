-- What was proposed when an order was dispatched, and who got it: how often the two agree is counted from here.
CREATE TABLE work_order_proposal (
    order_id  uuid        NOT NULL REFERENCES work_order,
    -- Counts the dispatches of the order from 1.
    dispatch  integer     NOT NULL CHECK (dispatch >= 1),
    at        timestamptz NOT NULL,
    actor     text        NOT NULL,
    chosen    text        NOT NULL,
    -- The place of the chosen unit among the proposals; null when it was none of them.
    rank      smallint    CHECK (rank BETWEEN 1 AND 3),
    -- The confidence of the first proposal; null when nothing was proposed.
    first     double precision CHECK (first > 0 AND first < 1),
    proposals json        NOT NULL CHECK (json_typeof(proposals) = 'array'),
    PRIMARY KEY (order_id, dispatch),
    CHECK (rank IS NULL OR first IS NOT NULL)
);
CREATE INDEX work_order_proposal_at ON work_order_proposal (at);

CREATE TRIGGER work_order_proposal_insert_only BEFORE UPDATE OR DELETE ON work_order_proposal
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_order_proposal_no_truncate BEFORE TRUNCATE ON work_order_proposal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
