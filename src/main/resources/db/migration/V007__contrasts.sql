-- Things that are easily taken for each other, a group a line: a part of the language data of its own.
ALTER TABLE knowledge_language DROP CONSTRAINT knowledge_language_part_check;
ALTER TABLE knowledge_language ADD CHECK (part IN ('synonyms', 'stopwords', 'dictionary', 'contrasts'));
INSERT INTO knowledge_language (part, text, version, updated_at) VALUES ('contrasts', '', 0, now());
