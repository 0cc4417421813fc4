PRAGMA application_id = 1212239172;
PRAGMA user_version = 1;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE changes (
  device TEXT NOT NULL,
  lamport INTEGER NOT NULL CHECK (lamport > 0),
  at_utc TEXT NOT NULL CHECK (at_utc GLOB '????-??-??T??:??:??Z'),
  zone TEXT NOT NULL,
  carer TEXT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}'),
  undoes TEXT,
  redoes TEXT,
  PRIMARY KEY (device, lamport)
) STRICT;
CREATE INDEX changes_of_one_thing ON changes (kind, id);
CREATE INDEX changes_in_order ON changes (lamport);
CREATE TRIGGER changes_are_never_edited BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER changes_are_never_removed BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TABLE drafts (
  device TEXT NOT NULL,
  window TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  base TEXT,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (device, window, kind, id, field)
) STRICT;
CREATE TABLE device_settings (
  device TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (device, name)
) STRICT;
CREATE TABLE hamsters (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  changed_utc TEXT NOT NULL
, name TEXT CHECK (name <> ''), species TEXT CHECK (species IN ('syrian', 'winter_white', 'campbell', 'hybrid', 'roborovski', 'chinese', 'unknown_dwarf')), sex TEXT CHECK (sex IN ('male', 'female', 'unknown')), neutered TEXT CHECK (neutered IN ('yes', 'no', 'unknown')), born TEXT CHECK (born GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), born_estimated TEXT CHECK (born_estimated IN ('yes', 'no')), onset TEXT CHECK (onset GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), onset_speed TEXT CHECK (onset_speed IN ('sudden', 'days', 'weeks', 'unknown')), known_fall TEXT CHECK (known_fall IN ('yes', 'no', 'unknown')), cause TEXT CHECK (cause IN ('unknown', 'exercise', 'campylobacter', 'heredity', 'injury', 'obesity', 'vitamins', 'stroke', 'organ', 'broken_leg', 'other')), vet_name TEXT CHECK (vet_name <> ''), vet_phone TEXT CHECK (vet_phone <> ''), vet_hours TEXT CHECK (vet_hours <> ''), night_phone TEXT CHECK (night_phone <> ''), night_hours TEXT CHECK (night_hours <> ''), cage_length_cm REAL CHECK (cage_length_cm BETWEEN 0 AND 1000), cage_width_cm REAL CHECK (cage_width_cm BETWEEN 0 AND 1000), usual_weight_g REAL CHECK (usual_weight_g BETWEEN 0 AND 5000), scale_step_g REAL CHECK (scale_step_g BETWEEN 0 AND 100), rest_ordered TEXT CHECK (rest_ordered IN ('yes', 'no')), goal_min REAL CHECK (goal_min BETWEEN 0 AND 600), closed_because TEXT CHECK (closed_because IN ('recovered', 'rehomed', 'died')), closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) STRICT;
CREATE TABLE nights (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hamster TEXT NOT NULL,
  evening TEXT NOT NULL CHECK (evening GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  changed_utc TEXT NOT NULL
, gait ANY CHECK (gait IN (0, 1, 2, 3, 4, 5, 'not_seen')), leg_left ANY CHECK (leg_left IN (0, 1, 2, 3, 4, 'not_seen')), leg_right ANY CHECK (leg_right IN (0, 1, 2, 3, 4, 'not_seen')), ate TEXT CHECK (ate IN ('none', 'little', 'half', 'most', 'all', 'not_checked')), droppings TEXT CHECK (droppings IN ('none', 'few', 'normal', 'soft', 'loose', 'watery', 'not_checked')), urine TEXT CHECK (urine IN ('normal', 'more', 'less', 'none', 'dribble', 'blood', 'not_checked')), water_ml REAL CHECK (water_ml BETWEEN 0 AND 500), weight_g REAL CHECK (weight_g BETWEEN 0 AND 5000), pouches_empty TEXT CHECK (pouches_empty IN ('yes', 'no', 'not_checked')), breathing TEXT CHECK (breathing IN ('normal', 'fast', 'noisy', 'laboured', 'not_checked')), wheel TEXT CHECK (wheel IN ('none', 'some', 'usual', 'not_seen')), sign_bleed TEXT CHECK (sign_bleed IN ('yes', 'no', 'not_checked')), sign_seizure TEXT CHECK (sign_seizure IN ('yes', 'no', 'not_checked')), sign_rolling TEXT CHECK (sign_rolling IN ('yes', 'no', 'not_checked')), sign_tilt TEXT CHECK (sign_tilt IN ('yes', 'no', 'not_checked')), sign_circling TEXT CHECK (sign_circling IN ('yes', 'no', 'not_checked')), sign_fall TEXT CHECK (sign_fall IN ('yes', 'no', 'not_checked')), sign_hunched TEXT CHECK (sign_hunched IN ('yes', 'no', 'not_checked')), sign_limp TEXT CHECK (sign_limp IN ('yes', 'no', 'not_checked')), sign_cold TEXT CHECK (sign_cold IN ('yes', 'no', 'not_checked')), sign_swollen_belly TEXT CHECK (sign_swollen_belly IN ('yes', 'no', 'not_checked')), sign_straining TEXT CHECK (sign_straining IN ('yes', 'no', 'not_checked')), sign_pain_face TEXT CHECK (sign_pain_face IN ('yes', 'no', 'not_checked')), sign_sore TEXT CHECK (sign_sore IN ('yes', 'no', 'not_checked')), sign_wet_belly TEXT CHECK (sign_wet_belly IN ('yes', 'no', 'not_checked')), sign_foot_chewed TEXT CHECK (sign_foot_chewed IN ('yes', 'no', 'not_checked')), sign_vulva_discharge TEXT CHECK (sign_vulva_discharge IN ('yes', 'no', 'not_checked')), sign_heat TEXT CHECK (sign_heat IN ('yes', 'no', 'not_checked')), sign_ate_unsafe TEXT CHECK (sign_ate_unsafe IN ('yes', 'no', 'not_checked')), night_quality TEXT CHECK (night_quality IN ('good', 'mixed', 'bad')), note TEXT CHECK (note <> ''), surface TEXT CHECK (surface <> ''), carer TEXT CHECK (carer <> '')) STRICT;
CREATE UNIQUE INDEX nights_by_evening ON nights (hamster, evening);
CREATE VIRTUAL TABLE notes USING fts5 (note, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIEW diary AS SELECT
  hamsters.name AS hamster,
  nights.evening,
  nights.gait,
  nights.leg_left,
  nights.leg_right,
  nights.ate,
  nights.droppings,
  nights.urine,
  nights.water_ml,
  nights.weight_g,
  nights.pouches_empty,
  nights.breathing,
  nights.wheel,
  coalesce(nullif(substr(iif(nights.sign_bleed = 'yes', ', bleed', '') || iif(nights.sign_seizure = 'yes', ', seizure', '') || iif(nights.sign_rolling = 'yes', ', rolling', '') || iif(nights.sign_tilt = 'yes', ', tilt', '') || iif(nights.sign_circling = 'yes', ', circling', '') || iif(nights.sign_fall = 'yes', ', fall', '') || iif(nights.sign_hunched = 'yes', ', hunched', '') || iif(nights.sign_limp = 'yes', ', limp', '') || iif(nights.sign_cold = 'yes', ', cold', '') || iif(nights.sign_swollen_belly = 'yes', ', swollen_belly', '') || iif(nights.sign_straining = 'yes', ', straining', '') || iif(nights.sign_pain_face = 'yes', ', pain_face', '') || iif(nights.sign_sore = 'yes', ', sore', '') || iif(nights.sign_wet_belly = 'yes', ', wet_belly', '') || iif(nights.sign_foot_chewed = 'yes', ', foot_chewed', '') || iif(nights.sign_vulva_discharge = 'yes', ', vulva_discharge', '') || iif(nights.sign_heat = 'yes', ', heat', '') || iif(nights.sign_ate_unsafe = 'yes', ', ate_unsafe', ''), 3), ''), iif(coalesce(nights.sign_bleed, nights.sign_seizure, nights.sign_rolling, nights.sign_tilt, nights.sign_circling, nights.sign_fall, nights.sign_hunched, nights.sign_limp, nights.sign_cold, nights.sign_swollen_belly, nights.sign_straining, nights.sign_pain_face, nights.sign_sore, nights.sign_wet_belly, nights.sign_foot_chewed, nights.sign_vulva_discharge, nights.sign_heat, nights.sign_ate_unsafe) IS NULL, NULL, 'none seen')) AS signs,
  nights.night_quality,
  nights.note,
  nights.surface,
  nights.carer
FROM nights JOIN hamsters ON hamsters.id = nights.hamster
ORDER BY hamsters.name, nights.evening DESC;
INSERT INTO _sqlite_migrations VALUES (1, 'hamdiary', 'journal_and_tables', '2026-11-23 04:06:21.229229+00:00');
INSERT INTO meta VALUES ('diary_id', '14e55f3c659ea68e47f65cdf3b2a911b');
INSERT INTO changes VALUES ('8f4b8f91', 1, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'hamster', 'c51ac2e5c08e0ffe', '{"name":{"to":"Biscuit"},"species":{"to":"syrian"},"onset":{"to":"2026-11-09"}}', NULL, NULL);
INSERT INTO changes VALUES ('8f4b8f91', 2, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'night', 'c51ac2e5c08e0ffe/2026-11-22', '{"gait":{"to":3},"leg_left":{"to":2},"droppings":{"to":"soft"},"weight_g":{"to":118.4},"sign_bleed":{"to":"no"},"sign_seizure":{"to":"no"},"sign_rolling":{"to":"no"},"sign_tilt":{"to":"no"},"sign_circling":{"to":"no"},"sign_fall":{"to":"no"},"sign_hunched":{"to":"no"},"sign_limp":{"to":"no"},"sign_cold":{"to":"no"},"sign_swollen_belly":{"to":"no"},"sign_straining":{"to":"no"},"sign_pain_face":{"to":"no"},"sign_sore":{"to":"no"},"sign_wet_belly":{"to":"no"},"sign_foot_chewed":{"to":"no"},"sign_vulva_discharge":{"to":"no"},"sign_heat":{"to":"no"},"sign_ate_unsafe":{"to":"no"},"note":{"to":"Stood"}}', NULL, NULL);
INSERT INTO changes VALUES ('8f4b8f91', 3, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'night', 'c51ac2e5c08e0ffe/2026-11-21', '{"gait":{"to":2}}', NULL, NULL);
INSERT INTO changes VALUES ('8f4b8f91', 4, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'night', 'c51ac2e5c08e0ffe/2026-11-21', '{"gait":{"to":null,"over":["3@8f4b8f91"]}}', '3@8f4b8f91', NULL);
INSERT INTO device_settings VALUES ('8f4b8f91', 'hamster', 'c51ac2e5c08e0ffe');
INSERT INTO hamsters VALUES (1, 'c51ac2e5c08e0ffe', '2026-11-22T20:16:00Z', 'Biscuit', 'syrian', NULL, NULL, NULL, NULL, '2026-11-09', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO nights VALUES (1, 'c51ac2e5c08e0ffe/2026-11-22', 'c51ac2e5c08e0ffe', '2026-11-22', '2026-11-22T20:16:00Z', 3, 2, NULL, NULL, 'soft', NULL, NULL, 118.4, NULL, NULL, NULL, 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', NULL, 'Stood', NULL, NULL);
INSERT INTO notes (rowid, note) SELECT row, note FROM nights WHERE note IS NOT NULL;
