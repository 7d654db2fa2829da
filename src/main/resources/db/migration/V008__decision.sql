-- Fitted models. What one says never changes; version 0 is the one of the seed and stands in no row.
CREATE TABLE fitted_model (
    version     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY CHECK (version >= 1),
    fingerprint text        NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{12}$'),
    content     json        NOT NULL CHECK (json_typeof(content) = 'object'),
    certified   boolean     NOT NULL,
    figures     json        NOT NULL CHECK (json_typeof(figures) = 'object'),
    made_by     text        NOT NULL,
    made_at     timestamptz NOT NULL
);
CREATE INDEX fitted_model_fingerprint ON fitted_model (fingerprint);

-- Which model was put in force, when and by whom; the last one counts, none = version 0.
CREATE TABLE model_activation (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version bigint      NOT NULL CHECK (version >= 0),
    actor   text        NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX model_activation_of ON model_activation (version);

CREATE FUNCTION keep_activation_known() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF NEW.version > 0 AND NOT EXISTS (SELECT 1 FROM fitted_model WHERE version = NEW.version AND certified) THEN
        RAISE EXCEPTION 'model % is not there or not certified', NEW.version;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER model_activation_known BEFORE INSERT ON model_activation
    FOR EACH ROW EXECUTE FUNCTION keep_activation_known();

CREATE TRIGGER fitted_model_insert_only BEFORE UPDATE OR DELETE ON fitted_model
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER model_activation_insert_only BEFORE UPDATE OR DELETE ON model_activation
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Replicas follow a change of the model as they follow the knowledge.
ALTER TABLE knowledge_change DROP CONSTRAINT knowledge_change_subject_check;
ALTER TABLE knowledge_change ADD CHECK (subject IN ('ENTRY', 'INTENT', 'LANGUAGE', 'MODEL'));
