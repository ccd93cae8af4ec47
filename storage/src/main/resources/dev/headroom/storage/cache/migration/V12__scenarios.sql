-- Saved scenarios, one row a version; rows are only added.
CREATE TABLE IF NOT EXISTS scenario(
  name VARCHAR(256) NOT NULL,
  version INT NOT NULL,
  content CHARACTER VARYING(1000000) NOT NULL,
  saved_at BIGINT NOT NULL,
  person VARCHAR(256) NOT NULL,
  hash CHAR(64) NOT NULL,
  PRIMARY KEY(name, version)
);
