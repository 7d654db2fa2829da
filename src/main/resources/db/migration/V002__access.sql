CREATE TABLE account (
    id            uuid        PRIMARY KEY,
    username      text        NOT NULL UNIQUE,
    display_name  text        NOT NULL,
    roles         text[]      NOT NULL,
    password_hash text        NOT NULL,
    demo          boolean     NOT NULL DEFAULT false,
    disabled      boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL
);

CREATE TABLE session (
    token_hash bytea       PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);

-- The trail of deeds: rows are added and never changed; each hash covers the one before.
CREATE TABLE audit_line (
    line         bigint      PRIMARY KEY,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    action       text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    detail       text        NOT NULL,
    hash         bytea       NOT NULL
);
CREATE INDEX audit_line_subject ON audit_line (subject_kind, subject_id);

CREATE TABLE audit_end (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    line     bigint  NOT NULL,
    hash     bytea   NOT NULL
);
INSERT INTO audit_end (line, hash) VALUES (0, ''::bytea);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME; END $$;

CREATE TRIGGER audit_line_insert_only BEFORE UPDATE OR DELETE ON audit_line
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_line_no_truncate BEFORE TRUNCATE ON audit_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
