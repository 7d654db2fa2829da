CREATE TABLE conversation (
    id              uuid        PRIMARY KEY,
    token_hash      bytea       NOT NULL UNIQUE,
    city            text        NOT NULL,
    channel         text        NOT NULL CHECK (channel IN ('WEB', 'APP', 'WECHAT', 'VOICE', 'SMS')),
    region          text,
    enterprise_name text,
    credit_code     text,
    contact         text,
    phone           text,
    assurance       text        NOT NULL CHECK (assurance IN ('DECLARED', 'VERIFIED')),
    created_at      timestamptz NOT NULL,
    last_seq        integer     NOT NULL CHECK (last_seq >= 0)
);
CREATE INDEX conversation_age ON conversation (created_at);

-- Everything that was said. The numbers have no gap because whoever appends holds the conversation's row.
CREATE TABLE message (
    conversation_id   uuid        NOT NULL REFERENCES conversation,
    seq               integer     NOT NULL CHECK (seq >= 1),
    speaker           text        NOT NULL
                      CHECK (speaker IN ('ENTERPRISE', 'ASSISTANT', 'AGENT', 'SPECIALIST', 'SYSTEM')),
    text              text        NOT NULL,
    client_message_id text,
    in_reply_to       integer     CHECK (in_reply_to < seq),
    payload           json        NOT NULL CHECK (json_typeof(payload) = 'object'),
    at                timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    UNIQUE (conversation_id, client_message_id),
    UNIQUE (conversation_id, in_reply_to),
    FOREIGN KEY (conversation_id, in_reply_to) REFERENCES message
);
CREATE INDEX message_age ON message (at);

-- Why a message was answered as it was; seq is the enterprise's message.
CREATE TABLE turn_evidence (
    conversation_id uuid        NOT NULL,
    seq             integer     NOT NULL,
    evidence        json        NOT NULL CHECK (json_typeof(evidence) = 'object'),
    at              timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    FOREIGN KEY (conversation_id, seq) REFERENCES message
);
CREATE INDEX turn_evidence_age ON turn_evidence (at);

CREATE TABLE conversation_context (
    conversation_id uuid        PRIMARY KEY REFERENCES conversation,
    version         bigint      NOT NULL CHECK (version >= 1),
    content         json        NOT NULL CHECK (json_typeof(content) = 'object'),
    updated_at      timestamptz NOT NULL
);

CREATE TABLE conversation_rating (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id uuid        NOT NULL REFERENCES conversation,
    grade           smallint    NOT NULL CHECK (grade BETWEEN 1 AND 5),
    comment         text,
    at              timestamptz NOT NULL
);
CREATE INDEX conversation_rating_of ON conversation_rating (conversation_id, id);

CREATE TRIGGER message_insert_only BEFORE UPDATE OR DELETE ON message
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER message_no_truncate BEFORE TRUNCATE ON message
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER turn_evidence_insert_only BEFORE UPDATE OR DELETE ON turn_evidence
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER turn_evidence_no_truncate BEFORE TRUNCATE ON turn_evidence
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conversation_rating_insert_only BEFORE UPDATE OR DELETE ON conversation_rating
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conversation_rating_no_truncate BEFORE TRUNCATE ON conversation_rating
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
