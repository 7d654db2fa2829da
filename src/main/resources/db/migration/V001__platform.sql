-- First results of creating calls (Idempotency-Key).
CREATE TABLE idempotency_record (
    scope       text        NOT NULL,
    key         text        NOT NULL,
    fingerprint bytea       NOT NULL,
    result      text,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_record_age ON idempotency_record (created_at);
