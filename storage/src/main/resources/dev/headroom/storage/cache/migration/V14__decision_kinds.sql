-- What a decision is about: rightsizing, schedule, waste, consolidation, commitment or action. Earlier decisions are all
-- about sizes; their hashes do not cover the kind, and stay as they are.

ALTER TABLE decision ADD COLUMN IF NOT EXISTS kind VARCHAR(32) DEFAULT 'rightsizing' NOT NULL;

CREATE INDEX IF NOT EXISTS decision_of_kind ON decision(kind, resource, number);
