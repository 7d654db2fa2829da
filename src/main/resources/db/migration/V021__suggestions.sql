-- What an agent was offered to say to a message of the enterprise, best first.
CREATE TABLE suggestion (
    conversation_id uuid             NOT NULL,
    seq             integer          NOT NULL,
    rank            integer          NOT NULL CHECK (rank BETWEEN 1 AND 10),
    entry_id        text             NOT NULL,
    question        text             NOT NULL,
    answer          text             NOT NULL,
    -- The chance that it is right, and whether that was enough at the generous operating point.
    confidence      double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    sure            boolean          NOT NULL,
    at              timestamptz      NOT NULL,
    PRIMARY KEY (conversation_id, seq, rank),
    UNIQUE (conversation_id, seq, entry_id),
    FOREIGN KEY (conversation_id, seq) REFERENCES message
);

-- What the agent made of it: a label for editors.
CREATE TABLE suggestion_choice (
    id              bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contact_id      uuid             NOT NULL REFERENCES contact,
    conversation_id uuid             NOT NULL,
    seq             integer          NOT NULL,
    rank            integer          NOT NULL,
    choice          text             NOT NULL CHECK (choice IN ('ACCEPTED', 'EDITED', 'REJECTED')),
    -- The message that was sent, and what was edited in it: from that character on, removed and put in its place.
    sent_seq        integer,
    edited_at       integer,
    removed         text,
    inserted        text,
    reason          text,
    agent_id        uuid             NOT NULL REFERENCES account,
    at              timestamptz      NOT NULL,
    FOREIGN KEY (conversation_id, seq, rank) REFERENCES suggestion,
    FOREIGN KEY (conversation_id, sent_seq) REFERENCES message,
    CHECK ((sent_seq IS NULL) = (choice = 'REJECTED')),
    CHECK ((edited_at IS NOT NULL AND removed IS NOT NULL AND inserted IS NOT NULL) = (choice = 'EDITED'))
);
CREATE INDEX suggestion_choice_age ON suggestion_choice (at DESC, id DESC);
CREATE UNIQUE INDEX suggestion_rejected_once ON suggestion_choice (conversation_id, seq, rank) WHERE choice = 'REJECTED';

CREATE TRIGGER suggestion_insert_only BEFORE UPDATE OR DELETE ON suggestion
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER suggestion_no_truncate BEFORE TRUNCATE ON suggestion
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER suggestion_choice_insert_only BEFORE UPDATE OR DELETE ON suggestion_choice
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER suggestion_choice_no_truncate BEFORE TRUNCATE ON suggestion_choice
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
