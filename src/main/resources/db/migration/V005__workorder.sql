-- How many numbers each day has given; a number is never given twice.
CREATE TABLE work_order_day (
    day   date    PRIMARY KEY,
    given integer NOT NULL CHECK (given >= 1)
);

CREATE TABLE work_order (
    id                 uuid        PRIMARY KEY,
    number             text        NOT NULL UNIQUE,
    tag                text        NOT NULL DEFAULT '企业' CHECK (tag = '企业'),
    city               text        NOT NULL,
    kind               text        NOT NULL CHECK (kind IN ('CONSULT', 'HELP', 'SUGGESTION', 'COMPLAINT', 'REPORT')),
    flags              text[]      NOT NULL,
    state              text        NOT NULL,
    description        text        NOT NULL,
    region             text,
    contact            text,
    phone              text,
    enterprise_name    text,
    credit_code        text,
    enterprise_contact text,
    enterprise_phone   text,
    assurance          text        NOT NULL CHECK (assurance IN ('DECLARED', 'VERIFIED')),
    conversation_id    uuid        REFERENCES conversation,
    message_seq        integer     CHECK (message_seq IS NULL OR conversation_id IS NOT NULL),
    registered_at      timestamptz NOT NULL,
    -- Which rules and which calendar its deadlines were computed with; empty until the clocks start.
    rule_version       text,
    calendar_version   text,
    version            bigint      NOT NULL CHECK (version >= 1),
    FOREIGN KEY (conversation_id, message_seq) REFERENCES message
);
-- A conversation may have several orders, a message that could not be answered live has one.
CREATE UNIQUE INDEX work_order_of_message ON work_order (conversation_id, message_seq) WHERE message_seq IS NOT NULL;
CREATE INDEX work_order_of_conversation ON work_order (conversation_id);
CREATE INDEX work_order_age ON work_order (registered_at DESC, number DESC);
CREATE INDEX work_order_state ON work_order (state, registered_at DESC);

-- The timeline.
CREATE TABLE work_order_line (
    order_id uuid        NOT NULL REFERENCES work_order,
    seq      integer     NOT NULL CHECK (seq >= 1),
    at       timestamptz NOT NULL,
    actor    text        NOT NULL,
    what     text        NOT NULL,
    detail   json        NOT NULL CHECK (json_typeof(detail) = 'object'),
    PRIMARY KEY (order_id, seq)
);
CREATE TRIGGER work_order_line_insert_only BEFORE UPDATE OR DELETE ON work_order_line
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_order_line_no_truncate BEFORE TRUNCATE ON work_order_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
