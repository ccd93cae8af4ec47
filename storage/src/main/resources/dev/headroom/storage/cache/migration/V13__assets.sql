-- The inventory of what is no server: volumes, snapshots, databases, functions, addresses and load balancers. What only some of
-- them have stands in facts, one row each, in the form of the program; an empty content says that there is nothing.
CREATE TABLE IF NOT EXISTS asset(
  id VARCHAR(2048) PRIMARY KEY,
  kind VARCHAR(32) NOT NULL,
  name VARCHAR(2048) NOT NULL,
  provider VARCHAR(512) NOT NULL,
  account VARCHAR(512) NOT NULL,
  region VARCHAR(512) NOT NULL,
  environment VARCHAR(512) NOT NULL,
  asset_type VARCHAR(512) NOT NULL
);

CREATE TABLE IF NOT EXISTS asset_fact(
  asset VARCHAR(2048) NOT NULL REFERENCES asset(id),
  name VARCHAR(64) NOT NULL,
  content VARCHAR(2048) NOT NULL,
  PRIMARY KEY(asset, name)
);

CREATE TABLE IF NOT EXISTS asset_tag(
  asset VARCHAR(2048) NOT NULL REFERENCES asset(id),
  name VARCHAR(1024) NOT NULL,
  content VARCHAR(8192) NOT NULL,
  PRIMARY KEY(asset, name)
);
