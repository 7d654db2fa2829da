-- Every text of the rules that orders may have been counted by. The files change; what an order was counted by does not.
CREATE TABLE rule_text (
    version       text        PRIMARY KEY,
    profile       text        NOT NULL,
    content       text        NOT NULL,
    first_used_at timestamptz NOT NULL,
    CHECK (starts_with(version, profile || '/'))
);
CREATE TRIGGER rule_text_insert_only BEFORE UPDATE OR DELETE ON rule_text
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_text_no_truncate BEFORE TRUNCATE ON rule_text
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Which profile fills the silence of which, from when on, and who has decided so; fallback null = none any more.
CREATE TABLE fallback_switch (
    profile        text        NOT NULL,
    version        bigint      NOT NULL CHECK (version >= 1),
    fallback       text        CHECK (fallback <> profile),
    effective_from timestamptz NOT NULL,
    decided_at     timestamptz NOT NULL,
    actor          text        NOT NULL,
    reason         text        NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (profile, version),
    -- A decision never acts back on orders that were dispatched before it.
    CHECK (effective_from >= decided_at)
);
CREATE TRIGGER fallback_switch_insert_only BEFORE UPDATE OR DELETE ON fallback_switch
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fallback_switch_no_truncate BEFORE TRUNCATE ON fallback_switch
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
