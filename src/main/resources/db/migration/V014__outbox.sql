-- What is to be done at an instant. The columns are those of db-scheduler, which picks what is due and runs it.
CREATE TABLE scheduled_task (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer     NOT NULL DEFAULT 0,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_due ON scheduled_task (execution_time);
CREATE INDEX scheduled_task_heartbeat ON scheduled_task (last_heartbeat) WHERE picked;

-- Where the versions of a timer begin: far enough apart that a timer that is set anew never meets the versions of the one before.
CREATE SEQUENCE scheduled_task_version INCREMENT BY 1000000;

-- What leaves the house. Rows are written in the transaction that makes them necessary.
CREATE TABLE outbox (
    id          uuid        PRIMARY KEY,
    position    bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind        text        NOT NULL,
    destination text        NOT NULL,
    subject     text,
    seq         bigint      NOT NULL CHECK ((seq > 0) = (subject IS NOT NULL) AND seq >= 0),
    key         text        NOT NULL UNIQUE,
    payload     text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('WAITING', 'SENT', 'KEPT', 'DEAD')),
    attempts    integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    reason      text,
    put_at      timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    give_up_at  timestamptz NOT NULL,
    settled_at  timestamptz,
    CHECK ((state = 'WAITING') = (settled_at IS NULL)),
    CHECK (state NOT IN ('KEPT', 'DEAD') OR reason IS NOT NULL)
);
CREATE INDEX outbox_waiting ON outbox (destination, position) WHERE state = 'WAITING';
CREATE INDEX outbox_order ON outbox (destination, subject, position) WHERE state = 'WAITING' AND subject IS NOT NULL;
CREATE INDEX outbox_parked ON outbox (state, settled_at) WHERE state <> 'WAITING';

-- The last number given to a message of a destination and subject. Whoever takes the next one waits for the commit of the
-- one before, so messages stand in the outbox in the order of their numbers.
CREATE TABLE outbox_subject (
    destination text   NOT NULL,
    subject     text   NOT NULL,
    last_seq    bigint NOT NULL CHECK (last_seq >= 0),
    PRIMARY KEY (destination, subject)
);

-- Destinations that failed of late; closed until then when they failed again and again.
CREATE TABLE outbox_lane (
    destination  text        PRIMARY KEY,
    failures     integer     NOT NULL CHECK (failures >= 1),
    failed_at    timestamptz NOT NULL,
    reason       text        NOT NULL,
    closed_until timestamptz
);

-- Addresses of departments' systems. Secrets are sealed (AES-GCM); a former one signs too until its time is over.
CREATE TABLE webhook (
    id            uuid        PRIMARY KEY,
    unit          text        NOT NULL,
    name          text        NOT NULL,
    url           text        NOT NULL,
    kinds         text[]      NOT NULL,
    active        boolean     NOT NULL,
    secret        bytea       NOT NULL,
    former_secret bytea,
    former_until  timestamptz,
    version       bigint      NOT NULL CHECK (version >= 1),
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    removed_at    timestamptz,
    CHECK ((former_secret IS NULL) = (former_until IS NULL)),
    CHECK (removed_at IS NULL OR NOT active)
);
CREATE INDEX webhook_unit ON webhook (unit) WHERE active;

-- What the latest short message to a number was about; the number as a digest, to compare a reply with.
CREATE TABLE sms_subject (
    number_digest bytea       PRIMARY KEY,
    subject       text        NOT NULL,
    sent_at       timestamptz NOT NULL
);

-- Replies by short message, once each. Number and text are forgotten after their time; that the reply came is not.
CREATE TABLE sms_inbound (
    id            text        PRIMARY KEY,
    fingerprint   bytea       NOT NULL,
    number        text,
    text          text,
    subject       text,
    received_at   timestamptz NOT NULL
);
CREATE INDEX sms_inbound_age ON sms_inbound (received_at DESC);
