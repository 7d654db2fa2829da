-- 三方通话事项清单: which matters are put through to a specialist at once. Nothing is deleted, because invitations name theirs.
CREATE TABLE three_way_matter (
    id         text        PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    name       text        NOT NULL UNIQUE,
    -- Topics of entries that belong to it; none: an agent names the matter himself.
    topics     text[]      NOT NULL,
    -- Whose specialists are rung when the topic is not known.
    unit       text        REFERENCES unit,
    -- At once; else when the knowledge has no answer.
    at_once    boolean     NOT NULL,
    -- The document that names it.
    source     text,
    active     boolean     NOT NULL,
    version    bigint      NOT NULL CHECK (version >= 1),
    changed_at timestamptz NOT NULL
);

-- A specialist is brought into a contact. Whoever changes one holds the switchboard.
CREATE TABLE three_way_invitation (
    id            uuid        PRIMARY KEY,
    contact_id    uuid        NOT NULL REFERENCES contact,
    matter_id     text        REFERENCES three_way_matter,
    topic         text,
    unit          text        REFERENCES unit,
    -- The matter was on the list, or why the knowledge did not do.
    listed        boolean     NOT NULL,
    reason        text        CHECK (reason IN ('NO_ENTRY', 'NOT_SPECIFIC', 'OUT_OF_DATE', 'CONTRADICTORY')),
    invited_by    uuid        NOT NULL REFERENCES account,
    -- Within the office hours of the city, for which alone the rules give a rate.
    in_hours      boolean     NOT NULL,
    state         text        NOT NULL CHECK (state IN ('RINGING', 'JOINED', 'LEFT', 'UNREACHED', 'CANCELLED')),
    since         timestamptz NOT NULL,
    specialist_id uuid        REFERENCES specialist,
    account_id    uuid        REFERENCES account,
    ring_until    timestamptz,
    joined_at     timestamptz,
    -- Messages of the specialist.
    answers       integer     NOT NULL DEFAULT 0 CHECK (answers >= 0),
    order_id      uuid        REFERENCES work_order,
    version       bigint      NOT NULL CHECK (version >= 1),
    created_at    timestamptz NOT NULL,
    CHECK (listed OR reason IS NOT NULL),
    CHECK (topic IS NOT NULL OR unit IS NOT NULL),
    CHECK ((specialist_id IS NOT NULL) = (state IN ('RINGING', 'JOINED', 'LEFT'))),
    CHECK ((account_id IS NOT NULL) = (specialist_id IS NOT NULL)),
    CHECK ((ring_until IS NOT NULL) = (state = 'RINGING')),
    CHECK ((joined_at IS NOT NULL) = (state IN ('JOINED', 'LEFT'))),
    CHECK (order_id IS NULL OR state = 'UNREACHED')
);
-- One at a time in a contact, and one at a time at a specialist.
CREATE UNIQUE INDEX three_way_of_contact ON three_way_invitation (contact_id) WHERE state IN ('RINGING', 'JOINED');
CREATE UNIQUE INDEX three_way_of_account ON three_way_invitation (account_id) WHERE state IN ('RINGING', 'JOINED');
CREATE INDEX three_way_contact ON three_way_invitation (contact_id, created_at);
CREATE INDEX three_way_age ON three_way_invitation (created_at);

-- At whom it rang, in this order, and what came of it.
CREATE TABLE three_way_ring (
    invitation_id uuid        NOT NULL REFERENCES three_way_invitation,
    place         integer     NOT NULL CHECK (place >= 1),
    specialist_id uuid        NOT NULL REFERENCES specialist,
    account_id    uuid        REFERENCES account,
    outcome       text        NOT NULL CHECK (outcome IN ('RINGING', 'ACCEPTED', 'DECLINED', 'UNANSWERED', 'BUSY', 'NO_ACCOUNT',
                                                          'CANCELLED')),
    at            timestamptz NOT NULL,
    ended_at      timestamptz,
    PRIMARY KEY (invitation_id, place),
    UNIQUE (invitation_id, specialist_id),
    CHECK ((ended_at IS NULL) = (outcome = 'RINGING'))
);
CREATE INDEX three_way_ring_account ON three_way_ring (account_id, at DESC);

CREATE INDEX contact_age ON contact (created_at);

-- What a person answered, without anybody's data, and the entry of the knowledge that it became or belongs to.
CREATE TABLE captured_answer (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id      uuid        NOT NULL REFERENCES contact,
    conversation_id uuid        NOT NULL,
    question_seq    integer     NOT NULL,
    answer_seq      integer     NOT NULL,
    speaker         text        NOT NULL CHECK (speaker IN ('AGENT', 'SPECIALIST')),
    answered_by     uuid        NOT NULL REFERENCES account,
    question        text        NOT NULL,
    answer          text        NOT NULL,
    -- No reference: a draft that was never published may be taken away.
    entry_id        text        NOT NULL,
    -- It was there before.
    joined          boolean     NOT NULL,
    at              timestamptz NOT NULL,
    UNIQUE (conversation_id, question_seq),
    FOREIGN KEY (conversation_id, question_seq) REFERENCES message,
    FOREIGN KEY (conversation_id, answer_seq) REFERENCES message
);
CREATE INDEX captured_answer_entry ON captured_answer (entry_id, id);

CREATE TRIGGER captured_answer_insert_only BEFORE UPDATE OR DELETE ON captured_answer
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER captured_answer_no_truncate BEFORE TRUNCATE ON captured_answer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
