-- Orders that somebody takes a second look at: drawn by chance or named one by one (抽查、定期回访、督查项目、专报).
CREATE TABLE programme (
    id           uuid        PRIMARY KEY,
    purpose      text        NOT NULL CHECK (purpose IN ('QUALITY_CHECK', 'CALLBACK', 'INSPECTION', 'SPECIAL_REPORT')),
    title        text        NOT NULL,
    reason       text        NOT NULL,
    office       text,
    due_on       date        NOT NULL,
    -- What the draw can be repeated from; null where the orders were named.
    draw_from    date,
    draw_to      date,
    draw_unit    text        REFERENCES unit,
    draw_count   integer     CHECK (draw_count BETWEEN 1 AND 200),
    draw_seed    bigint,
    -- How many there were to draw from.
    population   bigint      CHECK (population >= 0),
    every_months integer     CHECK (every_months BETWEEN 1 AND 12),
    -- The one of the period before; each is followed once.
    follows      uuid        UNIQUE REFERENCES programme,
    made_by      text        NOT NULL,
    made_at      timestamptz NOT NULL,
    CHECK ((draw_seed IS NULL) = (draw_from IS NULL)),
    CHECK ((draw_seed IS NULL) = (draw_to IS NULL)),
    CHECK ((draw_seed IS NULL) = (draw_count IS NULL)),
    CHECK ((draw_seed IS NULL) = (population IS NULL)),
    CHECK (draw_from <= draw_to),
    CHECK (every_months IS NULL OR draw_seed IS NOT NULL)
);
CREATE INDEX programme_age ON programme (made_at DESC);

CREATE TABLE programme_order (
    programme_id uuid    NOT NULL REFERENCES programme,
    -- In the order in which they were drawn or named.
    place        integer NOT NULL CHECK (place >= 1),
    order_id     uuid    NOT NULL REFERENCES work_order,
    PRIMARY KEY (programme_id, order_id),
    UNIQUE (programme_id, place)
);

-- What was found, each time: a check (four answers), a call (reached, and how content), or how it ended.
CREATE TABLE programme_result (
    programme_id    uuid        NOT NULL,
    order_id        uuid        NOT NULL,
    seq             integer     NOT NULL CHECK (seq >= 1),
    kind            text        NOT NULL CHECK (kind IN ('CHECK', 'CALL', 'CONCLUSION')),
    -- Whose work it was when it was looked at.
    unit            text,
    standard        boolean,
    specific        boolean,
    complete        boolean,
    truthful        boolean,
    reached         boolean,
    grade           smallint    CHECK (grade BETWEEN 1 AND 5),
    settled         boolean,
    enterprise_said text,
    remark          text,
    actor           text        NOT NULL,
    at              timestamptz NOT NULL,
    PRIMARY KEY (programme_id, order_id, seq),
    FOREIGN KEY (programme_id, order_id) REFERENCES programme_order,
    CHECK ((kind = 'CHECK') = (standard IS NOT NULL AND specific IS NOT NULL AND complete IS NOT NULL
                               AND truthful IS NOT NULL)),
    CHECK ((kind = 'CALL') = (reached IS NOT NULL)),
    CHECK ((kind = 'CONCLUSION') = (settled IS NOT NULL)),
    CHECK (grade IS NULL OR reached)
);
CREATE INDEX programme_result_at ON programme_result (at);

-- 线索移交: what is handed to an office that decides outside this service.
CREATE TABLE handover (
    id        uuid        PRIMARY KEY,
    office    text        NOT NULL,
    unit      text        REFERENCES unit,
    matter    text        NOT NULL,
    materials text[]      NOT NULL,
    made_by   text        NOT NULL,
    made_at   timestamptz NOT NULL
);
CREATE INDEX handover_age ON handover (made_at DESC);
CREATE TABLE handover_order (
    handover_id uuid    NOT NULL REFERENCES handover,
    place       integer NOT NULL CHECK (place >= 1),
    order_id    uuid    NOT NULL REFERENCES work_order,
    PRIMARY KEY (handover_id, order_id)
);
-- The receipt, and what that office has let us know.
CREATE TABLE handover_news (
    handover_id uuid        NOT NULL REFERENCES handover,
    seq         integer     NOT NULL CHECK (seq >= 1),
    kind        text        NOT NULL CHECK (kind IN ('RECEIVED', 'CIRCULAR', 'ADMONITION', 'REORGANISATION', 'DISCIPLINE',
                                                     'TOLERANCE', 'NO_ACTION')),
    happened_on date        NOT NULL,
    told_by     text        NOT NULL,
    remark      text,
    actor       text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (handover_id, seq)
);

-- 监督回应: somebody outside watches, or a bulletin was sent, and a unit has to answer by a day.
CREATE TABLE inquiry (
    id       uuid        PRIMARY KEY,
    source   text        NOT NULL CHECK (source IN ('PARTY', 'CONGRESS', 'CONSULTATIVE', 'PUBLIC', 'MEDIA', 'SUPERVISION',
                                                    'BULLETIN')),
    sender   text        NOT NULL,
    subject  text        NOT NULL,
    unit     text        NOT NULL REFERENCES unit,
    order_id uuid        REFERENCES work_order,
    due_on   date        NOT NULL,
    made_by  text        NOT NULL,
    made_at  timestamptz NOT NULL
);
CREATE INDEX inquiry_unit ON inquiry (unit, made_at DESC);
CREATE TABLE inquiry_answer (
    inquiry_id uuid        NOT NULL REFERENCES inquiry,
    seq        integer     NOT NULL CHECK (seq >= 1),
    answer     text        NOT NULL,
    actor      text        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (inquiry_id, seq)
);

-- 通报: upon a published evaluation, for the units or for everybody. What is sent stays as it was.
CREATE TABLE insight_bulletin (
    number      integer     PRIMARY KEY CHECK (number >= 1),
    audience    text        NOT NULL CHECK (audience IN ('UNITS', 'PUBLIC')),
    period      text        NOT NULL REFERENCES insight_publication,
    title       text        NOT NULL,
    content     json        NOT NULL CHECK (json_typeof(content) = 'object'),
    issued_by   text        NOT NULL,
    issued_at   timestamptz NOT NULL
);

DO $$
DECLARE tab text;
BEGIN
    FOREACH tab IN ARRAY ARRAY['programme', 'programme_order', 'programme_result', 'handover', 'handover_order',
                                'handover_news', 'inquiry', 'inquiry_answer', 'insight_bulletin'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                       tab || '_insert_only', tab);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
                       tab || '_no_truncate', tab);
    END LOOP;
END $$;
