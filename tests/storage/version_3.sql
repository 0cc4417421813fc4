PRAGMA application_id = 1212239172;
PRAGMA user_version = 3;
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
, name TEXT CHECK (name <> ''), species TEXT CHECK (species IN ('syrian', 'winter_white', 'campbell', 'hybrid', 'roborovski', 'chinese', 'unknown_dwarf')), sex TEXT CHECK (sex IN ('male', 'female', 'unknown')), neutered TEXT CHECK (neutered IN ('yes', 'no', 'unknown')), born TEXT CHECK (born GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), born_estimated TEXT CHECK (born_estimated IN ('yes', 'no')), onset TEXT CHECK (onset GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), onset_speed TEXT CHECK (onset_speed IN ('sudden', 'days', 'weeks', 'unknown')), known_fall TEXT CHECK (known_fall IN ('yes', 'no', 'unknown')), cause TEXT CHECK (cause IN ('unknown', 'exercise', 'campylobacter', 'heredity', 'injury', 'obesity', 'vitamins', 'stroke', 'organ', 'broken_leg', 'other')), vet_name TEXT CHECK (vet_name <> ''), vet_phone TEXT CHECK (vet_phone <> ''), vet_hours TEXT CHECK (vet_hours <> ''), night_phone TEXT CHECK (night_phone <> ''), night_hours TEXT CHECK (night_hours <> ''), cage_length_cm REAL CHECK (cage_length_cm BETWEEN 0 AND 1000), cage_width_cm REAL CHECK (cage_width_cm BETWEEN 0 AND 1000), usual_weight_g REAL CHECK (usual_weight_g BETWEEN 0 AND 5000), scale_step_g REAL CHECK (scale_step_g BETWEEN 0 AND 100), rest_ordered TEXT CHECK (rest_ordered IN ('yes', 'no')), goal_min REAL CHECK (goal_min BETWEEN 0 AND 600), ramp_start_min REAL CHECK (ramp_start_min BETWEEN 0 AND 600), ramp_step_min REAL CHECK (ramp_step_min BETWEEN 0 AND 600), ramp_every REAL CHECK (ramp_every BETWEEN 0 AND 365), ramp_from TEXT CHECK (ramp_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), closed_because TEXT CHECK (closed_because IN ('recovered', 'rehomed', 'died')), closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) STRICT;
CREATE TABLE nights (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hamster TEXT NOT NULL,
  evening TEXT NOT NULL CHECK (evening GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  changed_utc TEXT NOT NULL
, gait ANY CHECK (gait IN (0, 1, 2, 3, 4, 5, 'not_seen')), leg_left ANY CHECK (leg_left IN (0, 1, 2, 3, 4, 'not_seen')), leg_right ANY CHECK (leg_right IN (0, 1, 2, 3, 4, 'not_seen')), ate TEXT CHECK (ate IN ('none', 'little', 'half', 'most', 'all', 'not_checked')), droppings TEXT CHECK (droppings IN ('none', 'few', 'normal', 'soft', 'loose', 'watery', 'not_checked')), cleaned TEXT CHECK (cleaned IN ('yes', 'no')), urine TEXT CHECK (urine IN ('normal', 'more', 'less', 'none', 'dribble', 'blood', 'not_checked')), water_ml REAL CHECK (water_ml BETWEEN 0 AND 500), weight_g REAL CHECK (weight_g BETWEEN 0 AND 5000), pouches_empty TEXT CHECK (pouches_empty IN ('yes', 'no', 'not_checked')), breathing TEXT CHECK (breathing IN ('normal', 'fast', 'noisy', 'laboured', 'not_checked')), wheel TEXT CHECK (wheel IN ('none', 'some', 'usual', 'not_seen')), sign_bleed TEXT CHECK (sign_bleed IN ('yes', 'no', 'not_checked')), sign_seizure TEXT CHECK (sign_seizure IN ('yes', 'no', 'not_checked')), sign_rolling TEXT CHECK (sign_rolling IN ('yes', 'no', 'not_checked')), sign_blue TEXT CHECK (sign_blue IN ('yes', 'no', 'not_checked')), sign_tilt TEXT CHECK (sign_tilt IN ('yes', 'no', 'not_checked')), sign_circling TEXT CHECK (sign_circling IN ('yes', 'no', 'not_checked')), sign_leans TEXT CHECK (sign_leans IN ('yes', 'no', 'not_checked')), sign_trembling TEXT CHECK (sign_trembling IN ('yes', 'no', 'not_checked')), sign_front_legs TEXT CHECK (sign_front_legs IN ('yes', 'no', 'not_checked')), sign_leg_hurt TEXT CHECK (sign_leg_hurt IN ('yes', 'no', 'not_checked')), sign_fall TEXT CHECK (sign_fall IN ('yes', 'no', 'not_checked')), sign_quiet TEXT CHECK (sign_quiet IN ('yes', 'no', 'not_checked')), sign_hunched TEXT CHECK (sign_hunched IN ('yes', 'no', 'not_checked')), sign_limp TEXT CHECK (sign_limp IN ('yes', 'no', 'not_checked')), sign_cold TEXT CHECK (sign_cold IN ('yes', 'no', 'not_checked')), sign_swollen_belly TEXT CHECK (sign_swollen_belly IN ('yes', 'no', 'not_checked')), sign_straining TEXT CHECK (sign_straining IN ('yes', 'no', 'not_checked')), sign_blood_droppings TEXT CHECK (sign_blood_droppings IN ('yes', 'no', 'not_checked')), sign_prolapse TEXT CHECK (sign_prolapse IN ('yes', 'no', 'not_checked')), sign_pain_face TEXT CHECK (sign_pain_face IN ('yes', 'no', 'not_checked')), sign_sore TEXT CHECK (sign_sore IN ('yes', 'no', 'not_checked')), sign_wet_belly TEXT CHECK (sign_wet_belly IN ('yes', 'no', 'not_checked')), sign_foot_chewed TEXT CHECK (sign_foot_chewed IN ('yes', 'no', 'not_checked')), sign_mouth_eye_lump TEXT CHECK (sign_mouth_eye_lump IN ('yes', 'no', 'not_checked')), sign_vulva_discharge TEXT CHECK (sign_vulva_discharge IN ('yes', 'no', 'not_checked')), sign_vulva_blood TEXT CHECK (sign_vulva_blood IN ('yes', 'no', 'not_checked')), sign_heat TEXT CHECK (sign_heat IN ('yes', 'no', 'not_checked')), sign_ate_unsafe TEXT CHECK (sign_ate_unsafe IN ('yes', 'no', 'not_checked')), night_quality TEXT CHECK (night_quality IN ('good', 'mixed', 'bad')), note TEXT CHECK (note <> ''), surface TEXT CHECK (surface <> ''), carer TEXT CHECK (carer <> '')) STRICT;
CREATE UNIQUE INDEX nights_by_evening ON nights (hamster, evening);
CREATE VIRTUAL TABLE notes USING fts5 (note, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE outings (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hamster TEXT NOT NULL,
  changed_utc TEXT NOT NULL
, evening TEXT CHECK (evening GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), started_utc TEXT CHECK (started_utc GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'), ended_utc TEXT CHECK (ended_utc GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'), paused_utc TEXT CHECK (paused_utc GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'), pauses_s REAL CHECK (pauses_s BETWEEN 0 AND 86400), minutes REAL CHECK (minutes BETWEEN 0 AND 1440), stopped_for TEXT CHECK (stopped_for IN ('enough', 'tired', 'breathing', 'drags', 'circling', 'fell', 'other')), note TEXT CHECK (note <> ''), zone TEXT CHECK (zone <> '')) STRICT;
CREATE TABLE medicines (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hamster TEXT NOT NULL,
  changed_utc TEXT NOT NULL
, name TEXT CHECK (name <> ''), dose TEXT CHECK (dose <> ''), antibiotic TEXT CHECK (antibiotic IN ('yes', 'no')), as_needed TEXT CHECK (as_needed IN ('yes', 'no')), times TEXT CHECK (times GLOB '[0-2][0-9]:[0-5][0-9]*'), every_h REAL CHECK (every_h BETWEEN 0 AND 168), starts TEXT CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), first_at TEXT CHECK (first_at GLOB '[0-2][0-9]:[0-5][0-9]*'), days REAL CHECK (days BETWEEN 0 AND 1000), stopped TEXT CHECK (stopped GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), stopped_at TEXT CHECK (stopped_at GLOB '[0-2][0-9]:[0-5][0-9]*'), stopped_why TEXT CHECK (stopped_why <> ''), note TEXT CHECK (note <> ''), zone TEXT CHECK (zone <> '')) STRICT;
CREATE TABLE doses (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hamster TEXT NOT NULL,
  medicine TEXT NOT NULL,
  due TEXT NOT NULL,
  changed_utc TEXT NOT NULL
, status TEXT CHECK (status IN ('given', 'refused', 'spat_out', 'skipped')), at_utc TEXT CHECK (at_utc GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'), evening TEXT CHECK (evening GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), why TEXT CHECK (why <> ''), zone TEXT CHECK (zone <> '')) STRICT;
CREATE TABLE happenings (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hamster TEXT NOT NULL,
  changed_utc TEXT NOT NULL
, what TEXT CHECK (what IN ('onset', 'vet_visit', 'treatment_start', 'treatment_end', 'first_step', 'moved_in', 'fall', 'other')), on_day TEXT CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), at TEXT CHECK (at GLOB '[0-2][0-9]:[0-5][0-9]*'), note TEXT CHECK (note <> '')) STRICT;
CREATE TABLE skips (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hamster TEXT NOT NULL,
  evening TEXT NOT NULL CHECK (evening GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reminder TEXT NOT NULL,
  changed_utc TEXT NOT NULL
, skipped TEXT CHECK (skipped IN ('yes')), why TEXT CHECK (why <> '')) STRICT;
CREATE INDEX outings_in_order ON outings (hamster, evening);
CREATE INDEX medicines_in_order ON medicines (hamster);
CREATE INDEX doses_in_order ON doses (hamster, evening);
CREATE INDEX happenings_in_order ON happenings (hamster, on_day);
CREATE INDEX skips_in_order ON skips (hamster, evening);
CREATE INDEX outings_running ON outings (hamster) WHERE started_utc IS NOT NULL AND ended_utc IS NULL AND minutes IS NULL;
CREATE TABLE hint_notes (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hamster TEXT NOT NULL,
  hint TEXT NOT NULL,
  changed_utc TEXT NOT NULL
, kind TEXT CHECK (kind IN ('told', 'acknowledged')), urgency TEXT CHECK (urgency IN ('now', 'today', 'soon', 'watch', 'note')), at_utc TEXT CHECK (at_utc GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'), evening TEXT CHECK (evening GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), who TEXT CHECK (who <> ''), said TEXT CHECK (said <> ''), zone TEXT CHECK (zone <> '')) STRICT;
CREATE INDEX hint_notes_in_order ON hint_notes (hamster, evening);
CREATE VIEW diary AS SELECT
  hamsters.name AS hamster,
  nights.evening,
  nights.gait,
  nights.leg_left,
  nights.leg_right,
  nights.ate,
  nights.droppings,
  nights.cleaned,
  nights.urine,
  nights.water_ml,
  nights.weight_g,
  nights.pouches_empty,
  nights.breathing,
  nights.wheel,
  coalesce(nullif(substr(iif(nights.sign_bleed = 'yes', ', bleed', '') || iif(nights.sign_seizure = 'yes', ', seizure', '') || iif(nights.sign_rolling = 'yes', ', rolling', '') || iif(nights.sign_blue = 'yes', ', blue', '') || iif(nights.sign_tilt = 'yes', ', tilt', '') || iif(nights.sign_circling = 'yes', ', circling', '') || iif(nights.sign_leans = 'yes', ', leans', '') || iif(nights.sign_trembling = 'yes', ', trembling', '') || iif(nights.sign_front_legs = 'yes', ', front_legs', '') || iif(nights.sign_leg_hurt = 'yes', ', leg_hurt', '') || iif(nights.sign_fall = 'yes', ', fall', '') || iif(nights.sign_quiet = 'yes', ', quiet', '') || iif(nights.sign_hunched = 'yes', ', hunched', '') || iif(nights.sign_limp = 'yes', ', limp', '') || iif(nights.sign_cold = 'yes', ', cold', '') || iif(nights.sign_swollen_belly = 'yes', ', swollen_belly', '') || iif(nights.sign_straining = 'yes', ', straining', '') || iif(nights.sign_blood_droppings = 'yes', ', blood_droppings', '') || iif(nights.sign_prolapse = 'yes', ', prolapse', '') || iif(nights.sign_pain_face = 'yes', ', pain_face', '') || iif(nights.sign_sore = 'yes', ', sore', '') || iif(nights.sign_wet_belly = 'yes', ', wet_belly', '') || iif(nights.sign_foot_chewed = 'yes', ', foot_chewed', '') || iif(nights.sign_mouth_eye_lump = 'yes', ', mouth_eye_lump', '') || iif(nights.sign_vulva_discharge = 'yes', ', vulva_discharge', '') || iif(nights.sign_vulva_blood = 'yes', ', vulva_blood', '') || iif(nights.sign_heat = 'yes', ', heat', '') || iif(nights.sign_ate_unsafe = 'yes', ', ate_unsafe', ''), 3), ''), iif(coalesce(nights.sign_bleed, nights.sign_seizure, nights.sign_rolling, nights.sign_blue, nights.sign_tilt, nights.sign_circling, nights.sign_leans, nights.sign_trembling, nights.sign_front_legs, nights.sign_leg_hurt, nights.sign_fall, nights.sign_quiet, nights.sign_hunched, nights.sign_limp, nights.sign_cold, nights.sign_swollen_belly, nights.sign_straining, nights.sign_blood_droppings, nights.sign_prolapse, nights.sign_pain_face, nights.sign_sore, nights.sign_wet_belly, nights.sign_foot_chewed, nights.sign_mouth_eye_lump, nights.sign_vulva_discharge, nights.sign_vulva_blood, nights.sign_heat, nights.sign_ate_unsafe) IS NULL, NULL, 'none seen')) AS signs,
  nights.night_quality,
  nights.note,
  nights.surface,
  nights.carer
FROM nights JOIN hamsters ON hamsters.id = nights.hamster
ORDER BY hamsters.name, nights.evening DESC;
INSERT INTO _sqlite_migrations VALUES (1, 'hamdiary', 'journal_and_tables', '2026-11-23 05:37:28.873027+00:00');
INSERT INTO _sqlite_migrations VALUES (2, 'hamdiary', 'outings_medicines_and_happenings', '2026-11-23 05:37:28.885230+00:00');
INSERT INTO _sqlite_migrations VALUES (3, 'hamdiary', 'notes_about_hints', '2026-11-30 08:39:55.934518+00:00');
INSERT INTO meta VALUES ('diary_id', 'baf68ac3ff19cb93d3ad1c39b976316c');
INSERT INTO changes VALUES ('8485a5fe', 1, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'hamster', '2cbe967337a3c0fd', '{"name":{"to":"Biscuit"},"species":{"to":"syrian"},"onset":{"to":"2026-11-09"}}', NULL, NULL);
INSERT INTO changes VALUES ('8485a5fe', 2, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'night', '2cbe967337a3c0fd/2026-11-22', '{"gait":{"to":3},"leg_left":{"to":2},"droppings":{"to":"soft"},"weight_g":{"to":118.4},"note":{"to":"Stood"}}', NULL, NULL);
INSERT INTO changes VALUES ('8485a5fe', 3, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'outing', '2cbe967337a3c0fd/741f006739394e38', '{"evening":{"to":"2026-11-22"},"started_utc":{"to":"2026-11-22T19:10:00Z"},"ended_utc":{"to":"2026-11-22T19:35:00Z"},"zone":{"to":"Europe/Berlin"}}', NULL, NULL);
INSERT INTO changes VALUES ('8485a5fe', 4, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'medicine', '2cbe967337a3c0fd/1cb767380bfd735e', '{"starts":{"to":"2026-11-22"},"zone":{"to":"Europe/Berlin"},"name":{"to":"Drops"},"times":{"to":"21:00"},"days":{"to":10.0}}', NULL, NULL);
INSERT INTO changes VALUES ('8485a5fe', 5, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'dose', '2cbe967337a3c0fd/1cb767380bfd735e/2026-11-22T21:00', '{"status":{"to":"given"},"at_utc":{"to":"2026-11-22T20:16:00Z"},"evening":{"to":"2026-11-22"},"zone":{"to":"Europe/Berlin"}}', NULL, NULL);
INSERT INTO changes VALUES ('8485a5fe', 6, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'happening', '2cbe967337a3c0fd/3921b458d1465f4d', '{"on_day":{"to":"2026-11-24"},"what":{"to":"vet_visit"}}', NULL, NULL);
INSERT INTO changes VALUES ('8485a5fe', 7, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'skip', '2cbe967337a3c0fd/2026-11-22/outing', '{"skipped":{"to":"yes"}}', NULL, NULL);
INSERT INTO changes VALUES ('a1b2', 8, '2026-11-22T20:16:00Z', 'Europe/Berlin', NULL, 'hint_note', '2cbe967337a3c0fd/R44:ate/5d1c0b2a9f3e4c77', '{"kind":{"to":"told"},"urgency":{"to":"soon"},"evening":{"to":"2026-11-22"},"said":{"to":"come in"}}', NULL, NULL);
INSERT INTO device_settings VALUES ('8485a5fe', 'hamster', '2cbe967337a3c0fd');
INSERT INTO hamsters VALUES (1, '2cbe967337a3c0fd', '2026-11-22T20:16:00Z', 'Biscuit', 'syrian', NULL, NULL, NULL, NULL, '2026-11-09', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO nights VALUES (1, '2cbe967337a3c0fd/2026-11-22', '2cbe967337a3c0fd', '2026-11-22', '2026-11-22T20:16:00Z', 3, 2, NULL, NULL, 'soft', NULL, NULL, NULL, 118.4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Stood', NULL, NULL);
INSERT INTO notes (rowid, note) VALUES (1, 'Stood');
INSERT INTO outings VALUES (1, '2cbe967337a3c0fd/741f006739394e38', '2cbe967337a3c0fd', '2026-11-22T20:16:00Z', '2026-11-22', '2026-11-22T19:10:00Z', '2026-11-22T19:35:00Z', NULL, NULL, NULL, NULL, NULL, 'Europe/Berlin');
INSERT INTO medicines VALUES (1, '2cbe967337a3c0fd/1cb767380bfd735e', '2cbe967337a3c0fd', '2026-11-22T20:16:00Z', 'Drops', NULL, NULL, NULL, '21:00', NULL, '2026-11-22', NULL, 10.0, NULL, NULL, NULL, NULL, 'Europe/Berlin');
INSERT INTO doses VALUES (1, '2cbe967337a3c0fd/1cb767380bfd735e/2026-11-22T21:00', '2cbe967337a3c0fd', '1cb767380bfd735e', '2026-11-22T21:00', '2026-11-22T20:16:00Z', 'given', '2026-11-22T20:16:00Z', '2026-11-22', NULL, 'Europe/Berlin');
INSERT INTO happenings VALUES (1, '2cbe967337a3c0fd/3921b458d1465f4d', '2cbe967337a3c0fd', '2026-11-22T20:16:00Z', 'vet_visit', '2026-11-24', NULL, NULL);
INSERT INTO skips VALUES (1, '2cbe967337a3c0fd/2026-11-22/outing', '2cbe967337a3c0fd', '2026-11-22', 'outing', '2026-11-22T20:16:00Z', 'yes', NULL);
INSERT INTO hint_notes VALUES (1, '2cbe967337a3c0fd/R44:ate/5d1c0b2a9f3e4c77', '2cbe967337a3c0fd', 'R44:ate', '2026-11-22T20:16:00Z', 'told', 'soon', NULL, '2026-11-22', NULL, 'come in', NULL);
