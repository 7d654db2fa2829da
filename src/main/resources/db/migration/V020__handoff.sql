-- Desks as data; who works at which is a row of its own.
CREATE TABLE desk (
    id          text        PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    name        text        NOT NULL UNIQUE,
    -- Whose desk it is: everybody's, or that of enterprises with a standing.
    audience    text        NOT NULL CHECK (audience IN ('EVERYBODY', 'KEY_ENTERPRISES', 'MAJOR_PROJECTS')),
    -- Beginnings of topics of entries; none: every topic.
    topics      text[]      NOT NULL,
    -- Round the clock, or as the office named here is open ('' = the city's).
    always_open boolean     NOT NULL,
    office      text        NOT NULL DEFAULT '',
    -- Contacts that one agent has at a time.
    capacity    integer     NOT NULL CHECK (capacity BETWEEN 1 AND 20),
    active      boolean     NOT NULL DEFAULT true,
    version     bigint      NOT NULL CHECK (version >= 1),
    changed_at  timestamptz NOT NULL
);

CREATE TABLE desk_agent (
    desk_id    text NOT NULL REFERENCES desk,
    account_id uuid NOT NULL REFERENCES account,
    PRIMARY KEY (desk_id, account_id)
);
CREATE INDEX desk_agent_account ON desk_agent (account_id);

-- Who is there. Whoever gives no sign of life before the lease ends is not, whatever the state says.
CREATE TABLE agent_presence (
    account_id  uuid        PRIMARY KEY REFERENCES account,
    state       text        NOT NULL CHECK (state IN ('AVAILABLE', 'PAUSED', 'AFTER_CALL', 'OFFLINE')),
    since       timestamptz NOT NULL,
    lease_until timestamptz NOT NULL
);

-- A conversation that wants, has or had a person.
CREATE TABLE contact (
    id              uuid        PRIMARY KEY,
    conversation_id uuid        NOT NULL REFERENCES conversation,
    desk_id         text        NOT NULL REFERENCES desk,
    cause           text        NOT NULL CHECK (cause IN ('BUTTON', 'WANTS_HUMAN', 'LOW_CONFIDENCE', 'EXPIRED_POLICY',
                                                          'OTHER_REGION', 'STANDING')),
    kind            text        NOT NULL CHECK (kind IN ('CONSULT', 'HELP', 'SUGGESTION', 'COMPLAINT', 'REPORT')),
    -- The message that led here; null when nothing was asked.
    asked_seq       integer,
    -- Why a person is wanted, in the enterprise's own words.
    reason          text        CHECK (char_length(reason) BETWEEN 1 AND 200),
    priority        integer     NOT NULL CHECK (priority BETWEEN 0 AND 9),
    -- Its place in the queue, which it keeps when it comes back to it.
    queued_at       timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('QUEUED', 'RINGING', 'OWNED', 'HELD', 'RETURNED', 'ENDED',
                                                          'ABANDONED', 'MISSED')),
    since           timestamptz NOT NULL,
    -- Whose floor it is, and whose it was at the end.
    agent_id        uuid        REFERENCES account,
    ring_until      timestamptz,
    -- When a person first took it.
    taken_at        timestamptz,
    -- What the bot goes on with, what the agent wrote down afterwards.
    summary         text,
    note            text,
    -- Until when a contact that nobody served is to be called back; null where the rules are silent.
    call_back_due   timestamptz,
    called_back_at  timestamptz,
    order_id        uuid        REFERENCES work_order,
    version         bigint      NOT NULL CHECK (version >= 1),
    created_at      timestamptz NOT NULL,
    FOREIGN KEY (conversation_id, asked_seq) REFERENCES message,
    CHECK ((agent_id IS NOT NULL) = (state IN ('RINGING', 'OWNED', 'HELD', 'RETURNED', 'ENDED'))),
    CHECK ((ring_until IS NOT NULL) = (state = 'RINGING')),
    CHECK ((summary IS NOT NULL) = (state = 'RETURNED')),
    CHECK (note IS NULL OR state = 'ENDED')
);
-- One owner, one queue: a conversation is with people once at a time.
CREATE UNIQUE INDEX contact_open ON contact (conversation_id) WHERE state IN ('QUEUED', 'RINGING', 'OWNED', 'HELD');
CREATE INDEX contact_of_conversation ON contact (conversation_id, created_at);
CREATE INDEX contact_queue ON contact (priority DESC, queued_at, id) WHERE state = 'QUEUED';
CREATE INDEX contact_of_agent ON contact (agent_id) WHERE state IN ('RINGING', 'OWNED', 'HELD');
CREATE INDEX contact_of_agent_over ON contact (agent_id, since DESC, id)
    WHERE state IN ('ENDED', 'RETURNED', 'MISSED', 'ABANDONED');
CREATE INDEX contact_unserved ON contact (created_at) WHERE state IN ('MISSED', 'ABANDONED') AND called_back_at IS NULL;
CREATE INDEX contact_handled ON contact (desk_id, since DESC) WHERE state IN ('ENDED', 'RETURNED');

-- What happened, in one order for all. The number is given under a lock that is held until the commit, so numbers become
-- visible in their order, and whoever changes a contact or who is there holds that lock.
CREATE TABLE contact_event (
    number     bigint      PRIMARY KEY,
    contact_id uuid        REFERENCES contact,
    desk_id    text        REFERENCES desk,
    agent_id   uuid        REFERENCES account,
    kind       text        NOT NULL,
    at         timestamptz NOT NULL,
    detail     json        NOT NULL CHECK (json_typeof(detail) = 'object')
);
CREATE INDEX contact_event_of ON contact_event (contact_id, number);
CREATE INDEX contact_event_age ON contact_event (at);
CREATE TABLE contact_event_end (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number   bigint  NOT NULL
);
INSERT INTO contact_event_end (number) VALUES (0);

CREATE TRIGGER contact_event_insert_only BEFORE UPDATE OR DELETE ON contact_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contact_event_no_truncate BEFORE TRUNCATE ON contact_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a verified enterprise said before.
CREATE INDEX conversation_of_verified ON conversation (credit_code, created_at DESC)
    WHERE assurance = 'VERIFIED' AND credit_code IS NOT NULL;
