-- Curated entries. What an entry says is in its versions, which are only ever added; the entry's row says where it stands.
CREATE TABLE knowledge_entry (
    id                 text        PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{1,79}$'),
    state              text        NOT NULL CHECK (state IN ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED')),
    version            bigint      NOT NULL CHECK (version >= 1),
    latest_number      integer     NOT NULL,
    published_number   integer,
    first_published_at timestamptz,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CONSTRAINT published_is_the_latest CHECK (state <> 'PUBLISHED' OR published_number IS NOT DISTINCT FROM latest_number),
    CONSTRAINT work_is_newer_than_the_published
        CHECK (state NOT IN ('DRAFT', 'IN_REVIEW') OR published_number IS NULL OR published_number < latest_number),
    CONSTRAINT retired_is_not_answered CHECK (state <> 'RETIRED' OR published_number IS NULL),
    CONSTRAINT published_has_its_day CHECK (published_number IS NULL OR first_published_at IS NOT NULL)
);
CREATE INDEX knowledge_entry_published ON knowledge_entry (id) WHERE published_number IS NOT NULL;
CREATE INDEX knowledge_entry_recent ON knowledge_entry (updated_at DESC, id);

-- One import of a file: progress while it runs, the report afterwards.
CREATE TABLE knowledge_import (
    id              uuid        PRIMARY KEY,
    state           text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    dry_run         boolean     NOT NULL,
    publish         boolean     NOT NULL,
    file_name       text        NOT NULL,
    actor           text        NOT NULL,
    idempotency_key text,
    fingerprint     bytea       NOT NULL,
    rows_total      integer     NOT NULL CHECK (rows_total >= 0),
    rows_done       integer     NOT NULL DEFAULT 0,
    created         integer     NOT NULL DEFAULT 0,
    updated         integer     NOT NULL DEFAULT 0,
    unchanged       integer     NOT NULL DEFAULT 0,
    rejected        integer     NOT NULL DEFAULT 0,
    errors          jsonb       NOT NULL DEFAULT '[]',
    message         text,
    created_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    UNIQUE (actor, idempotency_key),
    CHECK ((state = 'RUNNING') = (finished_at IS NULL))
);
CREATE INDEX knowledge_import_running ON knowledge_import (id) WHERE state = 'RUNNING';

-- A version's own state follows from the entry's row: the latest one is in the entry's state, the published one is PUBLISHED,
-- every other one was REPLACED. Two versions of one entry can therefore never be published at once.
CREATE TABLE knowledge_entry_version (
    entry_id    text        NOT NULL REFERENCES knowledge_entry ON DELETE CASCADE,
    number      integer     NOT NULL CHECK (number >= 1),
    content     jsonb       NOT NULL,
    question    text        NOT NULL GENERATED ALWAYS AS (content ->> 'question') STORED,
    topic       text        GENERATED ALWAYS AS (content ->> 'topic') STORED,
    author      text        NOT NULL,
    import_id   uuid        REFERENCES knowledge_import,
    written_at  timestamptz NOT NULL,
    reviewer    text,
    comment     text,
    approved_at timestamptz,
    PRIMARY KEY (entry_id, number),
    CONSTRAINT content_is_of_the_entry CHECK (content ->> 'id' = entry_id AND content ? 'question' AND content ? 'answer'),
    CONSTRAINT approved_by_somebody_else CHECK (
        approved_at IS NULL OR author = 'system' OR import_id IS NOT NULL OR (reviewer IS NOT NULL AND reviewer <> author))
);

ALTER TABLE knowledge_entry
    ADD CONSTRAINT latest_exists FOREIGN KEY (id, latest_number)
        REFERENCES knowledge_entry_version (entry_id, number) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT published_exists FOREIGN KEY (id, published_number)
        REFERENCES knowledge_entry_version (entry_id, number) DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION keep_knowledge_version() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF TG_OP = 'DELETE' THEN
        -- Versions go only with the entry they belong to.
        IF EXISTS (SELECT 1 FROM knowledge_entry WHERE id = OLD.entry_id) THEN
            RAISE EXCEPTION 'version % of % is kept', OLD.number, OLD.entry_id;
        END IF;
        RETURN OLD;
    END IF;
    IF NEW.content IS DISTINCT FROM OLD.content OR NEW.author <> OLD.author OR NEW.written_at <> OLD.written_at
        OR NEW.import_id IS DISTINCT FROM OLD.import_id THEN
        RAISE EXCEPTION 'the content of version % of % is insert-only', OLD.number, OLD.entry_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER knowledge_entry_version_kept BEFORE UPDATE OR DELETE ON knowledge_entry_version
    FOR EACH ROW EXECUTE FUNCTION keep_knowledge_version();

CREATE FUNCTION keep_published_entry() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF OLD.first_published_at IS NOT NULL THEN
        RAISE EXCEPTION 'entry % was published and is kept', OLD.id;
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER knowledge_entry_kept BEFORE DELETE ON knowledge_entry
    FOR EACH ROW EXECUTE FUNCTION keep_published_entry();

CREATE TABLE knowledge_intent (
    id         text        PRIMARY KEY,
    content    jsonb       NOT NULL CHECK (content ->> 'id' = id),
    version    bigint      NOT NULL CHECK (version >= 1),
    updated_at timestamptz NOT NULL
);

CREATE TABLE knowledge_language (
    part       text        PRIMARY KEY CHECK (part IN ('synonyms', 'stopwords', 'dictionary')),
    text       text        NOT NULL,
    version    bigint      NOT NULL,
    updated_at timestamptz NOT NULL
);
INSERT INTO knowledge_language (part, text, version, updated_at)
    SELECT part, '', 0, now() FROM unnest(ARRAY['synonyms', 'stopwords', 'dictionary']) AS part;

-- What others follow. A number is taken under the lock of knowledge_change_end, which is held until the commit: numbers
-- become visible in their order, so a reader that has seen n will never find a smaller one later.
CREATE TABLE knowledge_change (
    number  bigint      PRIMARY KEY,
    subject text        NOT NULL CHECK (subject IN ('ENTRY', 'INTENT', 'LANGUAGE')),
    id      text        NOT NULL,
    at      timestamptz NOT NULL
);
CREATE TABLE knowledge_change_end (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number   bigint  NOT NULL
);
INSERT INTO knowledge_change_end (number) VALUES (0);
CREATE TRIGGER knowledge_change_insert_only BEFORE UPDATE OR DELETE ON knowledge_change
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
