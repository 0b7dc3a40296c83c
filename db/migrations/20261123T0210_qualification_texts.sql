-- Texts of requirements and criteria. Apart from the units, because every process keeps the units in memory and only a
-- reader of one unit needs its texts. Shared, as the qualifications are.
create table qualification_text (
  diary_number text not null,
  national_id integer not null,
  key text not null,
  digest bytea not null,
  body json not null,
  primary key (diary_number, national_id, key),
  foreign key (diary_number, national_id) references qualification
);
comment on table qualification_text is 'Requirements, ways of demonstrating and criteria by the code of the unit; scales of assessment by scale-ID; descriptions of groups by structure.';
comment on column qualification_text.digest is 'SHA-256 of the body as we write it, so that an import need not read texts back to see what changed.';
