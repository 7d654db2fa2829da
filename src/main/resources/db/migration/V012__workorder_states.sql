-- An order in whichever state: what every state has stands in columns, what only this one knows in "standing".
ALTER TABLE work_order
    ADD COLUMN standing              json        NOT NULL DEFAULT '{}' CHECK (json_typeof(standing) = 'object'),
    -- Those its clocks begin with; later ones are events.
    ADD COLUMN flags_at_registration text[],
    ADD COLUMN scope                 text,
    ADD COLUMN filing_code           text,
    ADD COLUMN registration_window   text,
    ADD COLUMN disposal              text,
    ADD COLUMN supervision           json        CHECK (json_typeof(supervision) = 'object'),
    -- Ids of the grounds in the rules that have put it under supervision by themselves: each does so once.
    ADD COLUMN followed              text[]      NOT NULL DEFAULT '{}',
    ADD COLUMN returns               integer     NOT NULL DEFAULT 0 CHECK (returns >= 0),
    ADD COLUMN opinion_wanted        boolean     NOT NULL DEFAULT false,
    -- Who owes the reply, and who helps.
    ADD COLUMN unit                  text,
    ADD COLUMN co_units              text[]      NOT NULL DEFAULT '{}',
    -- Until when the enterprise shall have its reply, and what is owed next; null while nothing is.
    ADD COLUMN due_at                timestamptz,
    ADD COLUMN next_step             text,
    ADD COLUMN next_due_at           timestamptz,
    ADD COLUMN closed_at             timestamptz,
    ADD COLUMN changed_at            timestamptz;
UPDATE work_order SET flags_at_registration = flags;
ALTER TABLE work_order
    ADD CHECK (state IN ('REGISTERED', 'DECLINED', 'ANSWERED_ONLINE', 'THREE_WAY_CALL', 'AWAITING_DISPATCH', 'DISPATCHED',
                         'IN_PROGRESS', 'RETURN_REQUESTED', 'JOINT_HANDLING', 'UNDER_APPROVAL', 'UNDER_REVIEW', 'CLOSED',
                         'SMS_CALLBACK', 'HUMAN_CALLBACK', 'RECTIFYING', 'DIRECTLY_REPORTED', 'ARCHIVED')),
    ADD CHECK ((next_step IS NULL) = (next_due_at IS NULL));
CREATE INDEX work_order_unit ON work_order (unit, registered_at DESC);
CREATE INDEX work_order_co_units ON work_order USING gin (co_units);
CREATE INDEX work_order_next_due ON work_order (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX work_order_due ON work_order (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX work_order_closed ON work_order (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX work_order_supervised ON work_order (registered_at DESC) WHERE supervision IS NOT NULL;

-- The timeline tells the state, the reason, what was written down, and what it did to the clocks.
ALTER TABLE work_order_line
    ADD COLUMN to_state text NOT NULL DEFAULT 'REGISTERED',
    ADD COLUMN why      text,
    ADD COLUMN content  json CHECK (json_typeof(content) = 'object'),
    ADD COLUMN clocks   json NOT NULL DEFAULT '[]' CHECK (json_typeof(clocks) = 'array');

-- What happened to an order that a clock cares about: its clocks are counted from these.
CREATE TABLE work_order_event (
    order_id uuid        NOT NULL REFERENCES work_order,
    seq      integer     NOT NULL CHECK (seq >= 1),
    at       timestamptz NOT NULL,
    event    text        NOT NULL,
    detail   json        NOT NULL CHECK (json_typeof(detail) = 'object'),
    PRIMARY KEY (order_id, seq)
);

-- Every deadline as it came out each time. A later version takes the place of an earlier one and leaves it standing.
CREATE TABLE work_order_deadline (
    order_id         uuid        NOT NULL REFERENCES work_order,
    step             text        NOT NULL,
    -- Counts the clocks of a step: after an approved return the next unit has its own.
    run              integer     NOT NULL CHECK (run >= 1),
    version          integer     NOT NULL CHECK (version >= 1),
    started_at       timestamptz NOT NULL,
    due_at           timestamptz,
    -- Whether what is done at that very instant is in time.
    due_included     boolean     NOT NULL,
    provisional      boolean     NOT NULL,
    met_at           timestamptz,
    stopped_at       timestamptz,
    -- Whose rule it is: the city's own, or the fallback's that fills its silence.
    profile          text        NOT NULL,
    rule             text        NOT NULL,
    source           text,
    owner            text,
    days             text[]      NOT NULL,
    rule_version     text        NOT NULL,
    calendar_version text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    PRIMARY KEY (order_id, step, run, version)
);

CREATE VIEW work_order_deadline_now AS
    SELECT DISTINCT ON (order_id, step, run) *,
           met_at IS NULL AND stopped_at IS NULL AS running
    FROM work_order_deadline
    ORDER BY order_id, step, run, version DESC;

-- How content the enterprise was, each time it said so.
CREATE TABLE work_order_rating (
    order_id uuid        NOT NULL REFERENCES work_order,
    seq      integer     NOT NULL CHECK (seq >= 1),
    at       timestamptz NOT NULL,
    actor    text        NOT NULL,
    channel  text        NOT NULL CHECK (channel IN ('SMS', 'HUMAN')),
    grade    smallint    NOT NULL CHECK (grade BETWEEN 1 AND 5),
    reason   text,
    PRIMARY KEY (order_id, seq)
);

-- What was reminded of, so that nobody is told the same thing twice.
CREATE TABLE work_order_reminder (
    order_id uuid        NOT NULL REFERENCES work_order,
    step     text        NOT NULL,
    run      integer     NOT NULL,
    due_at   timestamptz NOT NULL,
    rung     text        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, step, run, due_at, rung)
);

-- The city's form of a reply.
CREATE TABLE reply_template (
    version integer     PRIMARY KEY CHECK (version >= 1),
    name    text        NOT NULL,
    fields  json        NOT NULL CHECK (json_typeof(fields) = 'array'),
    actor   text        NOT NULL,
    at      timestamptz NOT NULL
);
INSERT INTO reply_template (version, name, fields, actor, at) VALUES (1, '答复意见', '[
    {"key": "matter", "heading": "诉求事项", "hint": "企业反映的事项，一件一句", "required": true},
    {"key": "investigation", "heading": "核查情况", "hint": "何时、何人、如何核查，查明了什么", "required": true},
    {"key": "conclusion", "heading": "办理结论", "hint": "是否属实，如何处理，结果如何", "required": true},
    {"key": "basis", "heading": "政策依据", "hint": "文件名称、文号和条款", "required": false},
    {"key": "next", "heading": "后续措施", "hint": "尚未办完的事项、步骤和时间", "required": false},
    {"key": "contact", "heading": "咨询方式", "hint": "承办单位可供企业联系的办公电话", "required": false}
]', 'system', now());

CREATE TRIGGER work_order_event_insert_only BEFORE UPDATE OR DELETE ON work_order_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_order_event_no_truncate BEFORE TRUNCATE ON work_order_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_order_deadline_insert_only BEFORE UPDATE OR DELETE ON work_order_deadline
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_order_deadline_no_truncate BEFORE TRUNCATE ON work_order_deadline
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_order_rating_insert_only BEFORE UPDATE OR DELETE ON work_order_rating
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_order_rating_no_truncate BEFORE TRUNCATE ON work_order_rating
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_order_reminder_insert_only BEFORE UPDATE OR DELETE ON work_order_reminder
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_order_reminder_no_truncate BEFORE TRUNCATE ON work_order_reminder
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reply_template_insert_only BEFORE UPDATE OR DELETE ON reply_template
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reply_template_no_truncate BEFORE TRUNCATE ON reply_template
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
