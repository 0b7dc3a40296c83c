-- Generated from the migrated database by npm run yhdessa -- db types: read it, do not edit it.


create table api_key (
  provider_id uuid not null,
  id uuid not null,
  source_system text not null,
  name text not null,
  secret_hash bytea not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  revoked_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (provider_id, id),
  constraint api_key_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint api_key_source_system_check CHECK ((source_system ~ '^[a-z][a-z0-9-]{1,39}$'::text))
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on api_key to yhdessa_app;

create table approval (
  provider_id uuid not null,
  plan_id uuid not null,
  part text not null,
  party text not null,
  student_id uuid not null,
  state text not null,
  digest text not null,
  plan_version integer not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  means text,
  reason text,
  first_approved_on date,
  told_how text,
  told_on date,
  constraint approval_pkey PRIMARY KEY (provider_id, plan_id, part, party),
  constraint approval_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id),
  constraint approval_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id),
  constraint approval_means_check CHECK ((means = ANY (ARRAY['session'::text, 'recorded'::text]))),
  constraint approval_party_check CHECK ((party = ANY (ARRAY['student'::text, 'guardian'::text, 'provider'::text, 'employer'::text]))),
  constraint approval_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'declined'::text]))),
  constraint approval_told CHECK (((told_how IS NULL) = (told_on IS NULL))),
  constraint approval_told_how_check CHECK ((told_how = ANY (ARRAY['phone'::text, 'meeting'::text, 'paper'::text])))
);
CREATE INDEX approval_declined ON public.approval USING btree (provider_id, answered_at, plan_id, part) WHERE (state = 'declined'::text);
CREATE INDEX approval_open ON public.approval USING btree (provider_id, state, party, asked_at);
CREATE INDEX approval_student ON public.approval USING btree (provider_id, student_id);
CREATE INDEX approval_unanswered ON public.approval USING btree (provider_id, asked_at, plan_id, part) WHERE ((state = 'asked'::text) AND (party <> 'provider'::text));
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on approval to yhdessa_app;

create table approval_event (
  provider_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  part text not null,
  party text not null,
  state text not null,
  digest text not null,
  plan_version integer not null,
  at timestamp with time zone not null,
  person_id uuid,
  means text,
  reason text,
  told_how text,
  told_on date,
  constraint approval_event_pkey PRIMARY KEY (provider_id, id),
  constraint approval_event_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id)
);
CREATE INDEX approval_event_plan ON public.approval_event USING btree (provider_id, plan_id, at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant insert, select on approval_event to yhdessa_app;

create table assignment (
  person_id uuid not null,
  provider_id uuid not null,
  role text not null,
  student_id uuid,
  origin text default 'granted'::text not null,
  constraint assignment_pkey PRIMARY KEY (person_id, provider_id, role),
  constraint assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint assignment_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint assignment_check CHECK (((role = 'student'::text) = (student_id IS NOT NULL))),
  constraint assignment_origin_check CHECK ((origin = ANY (ARRAY['granted'::text, 'openid'::text, 'register'::text]))),
  constraint assignment_role_check CHECK ((role = ANY (ARRAY['teacher'::text, 'guidance'::text, 'coordinator'::text, 'quality'::text, 'administrator'::text, 'student'::text, 'guardian'::text])))
);
CREATE INDEX assignment_provider ON public.assignment USING btree (provider_id);
grant delete, insert, select, update on assignment to yhdessa_app;

create table audit_event (
  provider_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  target_id text,
  student_id uuid,
  details jsonb,
  request_id text,
  constraint audit_event_pkey PRIMARY KEY (provider_id, id),
  constraint audit_event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'machine'::text, 'system'::text])))
);
CREATE INDEX audit_event_actor ON public.audit_event USING btree (provider_id, actor_id, at);
CREATE INDEX audit_event_student ON public.audit_event USING btree (provider_id, student_id, at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant insert, select on audit_event to yhdessa_app;

create table bulk_change (
  provider_id uuid not null,
  id uuid not null,
  kind text not null,
  operation jsonb not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint bulk_change_pkey PRIMARY KEY (provider_id, id),
  constraint bulk_change_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id)
);
CREATE INDEX bulk_change_newest ON public.bulk_change USING btree (provider_id, made_at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on bulk_change to yhdessa_app;

create table bulk_change_plan (
  provider_id uuid not null,
  change_id uuid not null,
  plan_id uuid not null,
  version_before integer,
  version_after integer not null,
  version_undone integer,
  constraint bulk_change_plan_pkey PRIMARY KEY (provider_id, change_id, plan_id),
  constraint bulk_change_plan_provider_id_change_id_fkey FOREIGN KEY (provider_id, change_id) REFERENCES bulk_change(provider_id, id),
  constraint bulk_change_plan_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id)
);
CREATE INDEX bulk_change_plan_plan ON public.bulk_change_plan USING btree (provider_id, plan_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on bulk_change_plan to yhdessa_app;

create table code (
  set_uri text not null,
  uri text not null,
  body jsonb not null,
  vanished_at timestamp with time zone,
  constraint code_pkey PRIMARY KEY (set_uri, uri),
  constraint code_set_uri_fkey FOREIGN KEY (set_uri) REFERENCES code_set(uri)
);
grant delete, insert, select, update on code to yhdessa_app;

create table code_set (
  uri text not null,
  complete boolean not null,
  source jsonb not null,
  changed_at timestamp with time zone default now() not null,
  constraint code_set_pkey PRIMARY KEY (uri)
);
grant delete, insert, select, update on code_set to yhdessa_app;

create table code_version (
  set_uri text not null,
  uri text not null,
  version integer not null,
  body jsonb not null,
  constraint code_version_pkey PRIMARY KEY (set_uri, uri, version),
  constraint code_version_set_uri_fkey FOREIGN KEY (set_uri) REFERENCES code_set(uri)
);
grant delete, insert, select, update on code_version to yhdessa_app;

create table comment (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  about text not null,
  text text not null,
  readers text[] not null,
  author_id uuid,
  author_role text not null,
  written_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  opened_by uuid[] default '{}'::uuid[] not null,
  constraint comment_pkey PRIMARY KEY (provider_id, id),
  constraint comment_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
CREATE INDEX comment_student ON public.comment USING btree (provider_id, student_id, written_at);
CREATE INDEX comment_written ON public.comment USING btree (provider_id, written_at) WHERE (removed_at IS NULL);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on comment to yhdessa_app;

create table contact (
  provider_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  content jsonb,
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  erased_extent text,
  erased_salt bytea,
  erased_fingerprint bytea,
  constraint contact_pkey PRIMARY KEY (provider_id, id),
  constraint contact_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint contact_check CHECK (((erased_at IS NULL) = (erased_extent IS NULL))),
  constraint contact_check1 CHECK (((content IS NULL) = (NOT (erased_extent IS DISTINCT FROM 'all'::text)))),
  constraint contact_erased_extent_check CHECK ((erased_extent = ANY (ARRAY['details'::text, 'all'::text])))
);
CREATE INDEX contact_plan ON public.contact USING btree (provider_id, plan_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on contact to yhdessa_app;

create table delivery (
  provider_id uuid not null,
  plan_id uuid not null,
  wanted_version integer not null,
  state text not null,
  national_id bigint,
  delivered_version integer,
  delivered_digest text,
  delivered_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  waiting_since timestamp with time zone not null,
  due_at timestamp with time zone not null,
  attempts integer default 0 not null,
  lease_id uuid,
  leased_until timestamp with time zone,
  failure jsonb,
  failed_at timestamp with time zone,
  constraint delivery_pkey PRIMARY KEY (provider_id, plan_id),
  constraint delivery_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id),
  constraint delivery_check CHECK (((lease_id IS NULL) = (leased_until IS NULL))),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'refused'::text, 'differs'::text, 'removal'::text, 'removed'::text])))
);
CREATE INDEX delivery_due ON public.delivery USING btree (provider_id, state, due_at);
CREATE INDEX delivery_order ON public.delivery USING btree (provider_id, waiting_since, plan_id);
CREATE INDEX delivery_state_order ON public.delivery USING btree (provider_id, state, waiting_since, plan_id);
CREATE INDEX delivery_stopped ON public.delivery USING btree (provider_id, COALESCE(failed_at, waiting_since), plan_id) WHERE (state = ANY (ARRAY['refused'::text, 'differs'::text]));
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on delivery to yhdessa_app;

create table delivery_event (
  provider_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  at timestamp with time zone not null,
  outcome text not null,
  version integer,
  status integer,
  failure jsonb,
  constraint delivery_event_pkey PRIMARY KEY (provider_id, id),
  constraint delivery_event_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id)
);
CREATE INDEX delivery_event_plan ON public.delivery_event USING btree (provider_id, plan_id, at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant insert, select on delivery_event to yhdessa_app;

create table delivery_pause (
  provider_id uuid not null,
  failure jsonb not null,
  since timestamp with time zone not null,
  failed_at timestamp with time zone not null,
  tries integer not null,
  due_at timestamp with time zone not null,
  constraint delivery_pause_pkey PRIMARY KEY (provider_id),
  constraint delivery_pause_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on delivery_pause to yhdessa_app;

create table demo_clock (
  one boolean default true not null,
  days integer not null,
  constraint demo_clock_pkey PRIMARY KEY (one),
  constraint demo_clock_days_check CHECK (((days >= '-3650'::integer) AND (days <= 3650))),
  constraint demo_clock_one_check CHECK (one)
);
grant delete, insert, select, update on demo_clock to yhdessa_app;

create table demonstration (
  provider_id uuid not null,
  plan_id uuid not null,
  pointer text not null,
  starts_on date not null,
  ends_on date not null,
  environment_name text not null,
  constraint demonstration_pkey PRIMARY KEY (provider_id, plan_id, pointer),
  constraint demonstration_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id)
);
CREATE INDEX demonstration_start ON public.demonstration USING btree (provider_id, starts_on);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on demonstration to yhdessa_app;

create table digest (
  provider_id uuid not null,
  person_id uuid not null,
  day date not null,
  items integer not null,
  sent_at timestamp with time zone not null,
  constraint digest_pkey PRIMARY KEY (provider_id, person_id, day),
  constraint digest_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint digest_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on digest to yhdessa_app;

create table digest_choice (
  provider_id uuid not null,
  person_id uuid not null,
  rhythm text not null,
  changed_at timestamp with time zone not null,
  constraint digest_choice_pkey PRIMARY KEY (provider_id, person_id),
  constraint digest_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint digest_choice_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint digest_choice_rhythm_check CHECK ((rhythm = ANY (ARRAY['never'::text, 'weekdays'::text, 'mondays'::text])))
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on digest_choice to yhdessa_app;

create table erasure (
  provider_id uuid not null,
  kind text not null,
  target_id uuid not null,
  run_id uuid not null,
  rule jsonb not null,
  student_id uuid,
  erased_at timestamp with time zone not null,
  constraint erasure_pkey PRIMARY KEY (provider_id, kind, target_id),
  constraint erasure_provider_id_run_id_fkey FOREIGN KEY (provider_id, run_id) REFERENCES retention_run(provider_id, id)
);
CREATE INDEX erasure_student ON public.erasure USING btree (provider_id, student_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant insert, select on erasure to yhdessa_app;

create table evidence (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  kind text not null,
  title text not null,
  description text,
  organisation text,
  starts_on date,
  ends_on date,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint evidence_pkey PRIMARY KEY (provider_id, id),
  constraint evidence_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
CREATE INDEX evidence_student ON public.evidence USING btree (provider_id, student_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on evidence to yhdessa_app;

create table evidence_file (
  provider_id uuid not null,
  evidence_id uuid not null,
  file_id uuid not null,
  constraint evidence_file_pkey PRIMARY KEY (provider_id, evidence_id, file_id),
  constraint evidence_file_provider_id_evidence_id_fkey FOREIGN KEY (provider_id, evidence_id) REFERENCES evidence(provider_id, id) ON DELETE CASCADE,
  constraint evidence_file_provider_id_file_id_fkey FOREIGN KEY (provider_id, file_id) REFERENCES stored_file(provider_id, id)
);
CREATE INDEX evidence_file_file ON public.evidence_file USING btree (provider_id, file_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on evidence_file to yhdessa_app;

create table feedback (
  provider_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  page text,
  message text not null,
  email text,
  answer_by date not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  mailed_at timestamp with time zone,
  constraint feedback_pkey PRIMARY KEY (provider_id, id),
  constraint feedback_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id)
);
CREATE INDEX feedback_open ON public.feedback USING btree (provider_id, answered_at, at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on feedback to yhdessa_app;

create table goal (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  text text not null,
  due_on date,
  reached_on date,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  constraint goal_pkey PRIMARY KEY (provider_id, id),
  constraint goal_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
CREATE INDEX goal_student ON public.goal USING btree (provider_id, student_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on goal to yhdessa_app;

create table group_draft (
  provider_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  template_version integer not null,
  group_code text,
  starts_on date not null,
  version integer not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  saved_at timestamp with time zone,
  change_id uuid,
  constraint group_draft_pkey PRIMARY KEY (provider_id, id),
  constraint group_draft_provider_id_template_id_template_version_fkey FOREIGN KEY (provider_id, template_id, template_version) REFERENCES path_template_version(provider_id, template_id, version)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on group_draft to yhdessa_app;

create table group_draft_row (
  provider_id uuid not null,
  draft_id uuid not null,
  study_right_oid text not null,
  student_id uuid not null,
  "position" integer not null,
  answers jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  plan_id uuid,
  outcome jsonb,
  constraint group_draft_row_pkey PRIMARY KEY (provider_id, draft_id, study_right_oid),
  constraint group_draft_row_provider_id_draft_id_fkey FOREIGN KEY (provider_id, draft_id) REFERENCES group_draft(provider_id, id) ON DELETE CASCADE,
  constraint group_draft_row_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on group_draft_row to yhdessa_app;

create table group_role (
  provider_id uuid not null,
  group_name text not null,
  role text not null,
  constraint group_role_pkey PRIMARY KEY (group_name, provider_id, role),
  constraint group_role_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint group_role_role_check CHECK ((role = ANY (ARRAY['teacher'::text, 'guidance'::text, 'coordinator'::text, 'quality'::text, 'administrator'::text])))
);
CREATE INDEX group_role_provider ON public.group_role USING btree (provider_id);
grant delete, insert, select, update on group_role to yhdessa_app;

create table guardian (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  ordinal smallint not null,
  name text,
  email text,
  phone text,
  language text,
  custody boolean not null,
  ends_on date,
  changed_at timestamp with time zone not null,
  constraint guardian_provider_id_student_id_ordinal_key UNIQUE (provider_id, student_id, ordinal),
  constraint guardian_pkey PRIMARY KEY (provider_id, id),
  constraint guardian_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id),
  constraint guardian_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint guardian_ordinal_check CHECK (((ordinal >= 1) AND (ordinal <= 9)))
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on guardian to yhdessa_app;

create table guardianship (
  provider_id uuid not null,
  person_id uuid not null,
  student_id uuid not null,
  guardian_id uuid not null,
  linked_at timestamp with time zone not null,
  linked_by uuid,
  constraint guardianship_pkey PRIMARY KEY (provider_id, person_id, student_id),
  constraint guardianship_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint guardianship_provider_id_guardian_id_fkey FOREIGN KEY (provider_id, guardian_id) REFERENCES guardian(provider_id, id) ON DELETE CASCADE,
  constraint guardianship_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
CREATE INDEX guardianship_guardian ON public.guardianship USING btree (provider_id, guardian_id);
CREATE INDEX guardianship_student ON public.guardianship USING btree (provider_id, student_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on guardianship to yhdessa_app;

create table help_request (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  topic text not null,
  message text,
  asked_of text not null,
  state text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  answer_by date not null,
  taken_by uuid,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  constraint help_request_pkey PRIMARY KEY (provider_id, id),
  constraint help_request_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id),
  constraint help_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text, 'answered'::text, 'withdrawn'::text])))
);
CREATE INDEX help_request_open ON public.help_request USING btree (provider_id, state, answer_by);
CREATE INDEX help_request_student ON public.help_request USING btree (provider_id, student_id);
CREATE INDEX help_request_waiting ON public.help_request USING btree (provider_id, answer_by, id) WHERE (state = ANY (ARRAY['open'::text, 'taken'::text]));
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on help_request to yhdessa_app;

create table import_document (
  provider_id uuid not null,
  run_id uuid not null,
  number integer not null,
  name text not null,
  size bigint default 0 not null,
  digest bytea,
  complete boolean default false not null,
  refusal jsonb,
  constraint import_document_pkey PRIMARY KEY (provider_id, run_id, number),
  constraint import_document_provider_id_run_id_fkey FOREIGN KEY (provider_id, run_id) REFERENCES import_run(provider_id, id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on import_document to yhdessa_app;

create table import_note (
  provider_id uuid not null,
  run_id uuid not null,
  number integer not null,
  outcome text not null,
  document text not null,
  pointer text not null,
  code text not null,
  params jsonb,
  constraint import_note_pkey PRIMARY KEY (provider_id, run_id, number),
  constraint import_note_provider_id_run_id_fkey FOREIGN KEY (provider_id, run_id) REFERENCES import_run(provider_id, id),
  constraint import_note_outcome_check CHECK ((outcome = ANY (ARRAY['refused'::text, 'kept'::text])))
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant insert, select on import_note to yhdessa_app;

create table import_part (
  provider_id uuid not null,
  run_id uuid not null,
  document integer not null,
  part integer not null,
  bytes bytea not null,
  constraint import_part_pkey PRIMARY KEY (provider_id, run_id, document, part),
  constraint import_part_provider_id_run_id_document_fkey FOREIGN KEY (provider_id, run_id, document) REFERENCES import_document(provider_id, run_id, number) ON DELETE CASCADE
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on import_part to yhdessa_app;

create table import_run (
  provider_id uuid not null,
  id uuid not null,
  kind text not null,
  origin text not null,
  source text not null,
  options jsonb default '{}'::jsonb not null,
  state text not null,
  requested_by uuid,
  requested_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  total integer,
  "position" integer default 0 not null,
  counts jsonb default '{"read": 0, "refused": 0, "written": 0, "vanished": 0, "unchanged": 0}'::jsonb not null,
  cursor jsonb,
  failure jsonb,
  worker uuid,
  heartbeat_at timestamp with time zone,
  attempts integer default 0 not null,
  storing_at timestamp with time zone,
  storing_from integer default 0 not null,
  constraint import_start_pkey PRIMARY KEY (provider_id, id),
  constraint import_run_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint import_start_kind_check CHECK ((kind = ANY (ARRAY['eperusteet'::text, 'koodisto'::text, 'organisaatio'::text, 'koski'::text, 'hoks'::text, 'students'::text, 'staff'::text]))),
  constraint import_start_origin_check CHECK ((origin = ANY (ARRAY['command'::text, 'page'::text, 'schedule'::text, 'demo'::text]))),
  constraint import_start_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'waiting'::text, 'fetching'::text, 'reading'::text, 'storing'::text, 'done'::text, 'refused'::text, 'stopped'::text])))
);
CREATE INDEX import_run_kind ON public.import_run USING btree (provider_id, kind, requested_at);
CREATE INDEX import_run_storing ON public.import_run USING btree (provider_id, kind, storing_at);
CREATE INDEX import_run_time ON public.import_run USING btree (provider_id, requested_at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on import_run to yhdessa_app;

create table import_seen (
  provider_id uuid not null,
  run_id uuid not null,
  key text collate "C" not null,
  constraint import_seen_pkey PRIMARY KEY (provider_id, run_id, key),
  constraint import_seen_provider_id_run_id_fkey FOREIGN KEY (provider_id, run_id) REFERENCES import_run(provider_id, id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on import_seen to yhdessa_app;

create table invitation (
  provider_id uuid not null,
  id uuid not null,
  kind text not null,
  student_id uuid not null,
  guardian_id uuid,
  secret_hash bytea not null,
  state text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  expires_at timestamp with time zone not null,
  mailed_at timestamp with time zone,
  claimed_at timestamp with time zone,
  claim_issuer text,
  claim_subject text,
  claim_name text,
  decided_at timestamp with time zone,
  decided_by uuid,
  person_id uuid,
  constraint invitation_pkey PRIMARY KEY (provider_id, id),
  constraint invitation_provider_id_guardian_id_fkey FOREIGN KEY (provider_id, guardian_id) REFERENCES guardian(provider_id, id) ON DELETE CASCADE,
  constraint invitation_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id),
  constraint invitation_check CHECK (((kind = 'guardian'::text) = (guardian_id IS NOT NULL))),
  constraint invitation_kind_check CHECK ((kind = ANY (ARRAY['student'::text, 'guardian'::text]))),
  constraint invitation_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'waiting'::text, 'accepted'::text, 'refused'::text, 'revoked'::text])))
);
CREATE INDEX invitation_claimed ON public.invitation USING btree (provider_id, claimed_at, id) WHERE ((state = 'waiting'::text) AND (claimed_at IS NOT NULL));
CREATE INDEX invitation_guardian ON public.invitation USING btree (provider_id, guardian_id);
CREATE INDEX invitation_student ON public.invitation USING btree (provider_id, student_id);
CREATE INDEX invitation_waiting ON public.invitation USING btree (provider_id, state, made_at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on invitation to yhdessa_app;

create table learning_period (
  provider_id uuid not null,
  plan_id uuid not null,
  pointer text not null,
  unique_id text,
  method_code text not null,
  starts_on date not null,
  ends_on date not null,
  part_time_share bigint,
  interruptions jsonb not null,
  workplace_name text,
  business_id text,
  instructor_contact_id uuid,
  days integer,
  days_numerator text,
  days_denominator text,
  workplace_key text collate "C" generated always as (((lower((workplace_name COLLATE "und-x-icu")) || chr(31)) || COALESCE(business_id, ''::text))) stored,
  constraint learning_period_pkey PRIMARY KEY (provider_id, plan_id, pointer),
  constraint learning_period_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id)
);
CREATE INDEX learning_period_end ON public.learning_period USING btree (provider_id, ends_on);
CREATE INDEX learning_period_workplace ON public.learning_period USING btree (provider_id, workplace_key, ends_on);
CREATE INDEX learning_period_workplace_end ON public.learning_period USING btree (provider_id, ends_on, plan_id, pointer) WHERE (method_code = ANY (ARRAY['osaamisenhankkimistapa_koulutussopimus'::text, 'osaamisenhankkimistapa_oppisopimus'::text]));
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on learning_period to yhdessa_app;

create table measure (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  sign_id uuid,
  text text not null,
  person_id uuid not null,
  due_on date not null,
  state text not null,
  outcome text,
  followed_at timestamp with time zone,
  followed_by uuid,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint measure_pkey PRIMARY KEY (provider_id, id),
  constraint measure_provider_id_sign_id_fkey FOREIGN KEY (provider_id, sign_id) REFERENCES sign(provider_id, id),
  constraint measure_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id),
  constraint measure_state_check CHECK ((state = ANY (ARRAY['agreed'::text, 'done'::text, 'left'::text])))
);
CREATE INDEX measure_asked ON public.measure USING btree (provider_id, created_by, due_on) WHERE ((state = 'agreed'::text) AND (person_id = student_id));
CREATE INDEX measure_due ON public.measure USING btree (provider_id, due_on, id) WHERE (state = 'agreed'::text);
CREATE INDEX measure_person ON public.measure USING btree (provider_id, person_id, state, due_on);
CREATE INDEX measure_sign ON public.measure USING btree (provider_id, sign_id);
CREATE INDEX measure_student ON public.measure USING btree (provider_id, student_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on measure to yhdessa_app;

create table migration (
  name text not null,
  hash text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (name)
);
grant select on migration to yhdessa_app;

create table organisation (
  oid text not null,
  parent_oid text,
  business_id text,
  institution_code text,
  institution_type text,
  kinds text[] not null,
  names jsonb not null,
  municipality text,
  valid_from date,
  valid_until date,
  status text not null,
  body jsonb not null,
  changed_at timestamp with time zone not null,
  vanished_at timestamp with time zone,
  constraint organisation_pkey PRIMARY KEY (oid)
);
CREATE INDEX organisation_business ON public.organisation USING btree (business_id);
CREATE INDEX organisation_institution ON public.organisation USING btree (institution_code);
CREATE INDEX organisation_parent ON public.organisation USING btree (parent_oid);
grant delete, insert, select, update on organisation to yhdessa_app;

create table organisation_name (
  oid text not null,
  starts_on date not null,
  names jsonb not null,
  noticed boolean default false not null,
  constraint organisation_name_pkey PRIMARY KEY (oid, starts_on),
  constraint organisation_name_oid_fkey FOREIGN KEY (oid) REFERENCES organisation(oid)
);
grant delete, insert, select, update on organisation_name to yhdessa_app;

create table organisation_successor (
  oid text not null,
  successor_oid text not null,
  changes_on date not null,
  source text not null,
  constraint organisation_successor_pkey PRIMARY KEY (oid, successor_oid)
);
grant delete, insert, select, update on organisation_successor to yhdessa_app;

create table path_template (
  provider_id uuid not null,
  id uuid not null,
  name text not null,
  diary_number text not null,
  competence_area text,
  group_code text,
  version integer not null,
  origin jsonb,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint path_template_pkey PRIMARY KEY (provider_id, id),
  constraint path_template_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint path_template_version_check CHECK ((version > 0))
);
CREATE INDEX path_template_qualification ON public.path_template USING btree (provider_id, diary_number);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on path_template to yhdessa_app;

create table path_template_version (
  provider_id uuid not null,
  template_id uuid not null,
  version integer not null,
  body jsonb not null,
  reason text,
  author_id uuid,
  saved_at timestamp with time zone not null,
  constraint path_template_version_pkey PRIMARY KEY (provider_id, template_id, version),
  constraint path_template_version_provider_id_template_id_fkey FOREIGN KEY (provider_id, template_id) REFERENCES path_template(provider_id, id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant insert, select on path_template_version to yhdessa_app;

create table person (
  id uuid not null,
  issuer text not null,
  subject text not null,
  name text not null,
  language text not null,
  created_at timestamp with time zone default now() not null,
  draft_key bytea,
  constraint person_issuer_subject_key UNIQUE (issuer, subject),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
);
grant delete, insert, select, update on person to yhdessa_app;

create table plan (
  provider_id uuid not null,
  id uuid not null,
  hoks_id integer not null,
  eid uuid not null,
  study_right_oid text not null,
  student_oid text not null,
  student_id uuid,
  version integer not null,
  findings jsonb not null,
  errors integer not null,
  warnings integer not null,
  checked_on date not null,
  codes text[] not null,
  saved_at timestamp with time zone not null,
  author_kind text not null,
  author_id uuid,
  source text not null,
  created_at timestamp with time zone not null,
  approved_version integer,
  approved_at timestamp with time zone,
  approved_by uuid,
  constraint plan_provider_id_hoks_id_key UNIQUE (provider_id, hoks_id),
  constraint plan_provider_id_study_right_oid_key UNIQUE (provider_id, study_right_oid),
  constraint plan_pkey PRIMARY KEY (provider_id, id),
  constraint plan_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint plan_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id),
  constraint plan_approval CHECK ((((approved_version IS NULL) = (approved_at IS NULL)) AND (approved_version <= version)))
);
CREATE INDEX plan_faulty ON public.plan USING btree (provider_id, (
CASE
    WHEN (errors > 0) THEN 'errors'::text
    WHEN (warnings > 0) THEN 'warnings'::text
    ELSE 'fine'::text
END), saved_at, id) WHERE ((errors > 0) OR (warnings > 0));
CREATE INDEX plan_standing ON public.plan USING btree (provider_id, (
CASE
    WHEN (errors > 0) THEN 'errors'::text
    WHEN (warnings > 0) THEN 'warnings'::text
    ELSE 'fine'::text
END), study_right_oid);
CREATE INDEX plan_student ON public.plan USING btree (provider_id, student_id);
CREATE INDEX plan_student_oid ON public.plan USING btree (provider_id, student_oid);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on plan to yhdessa_app;

create table plan_conflict (
  provider_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  pointer text not null,
  base jsonb,
  register jsonb,
  here jsonb,
  taken text not null,
  source text not null,
  noticed_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint plan_conflict_pkey PRIMARY KEY (provider_id, id),
  constraint plan_conflict_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id),
  constraint plan_conflict_taken_check CHECK ((taken = ANY (ARRAY['register'::text, 'here'::text])))
);
CREATE INDEX plan_conflict_noticed ON public.plan_conflict USING btree (provider_id, noticed_at, id) WHERE (settled_at IS NULL);
CREATE INDEX plan_conflict_open ON public.plan_conflict USING btree (provider_id, plan_id) WHERE (settled_at IS NULL);
CREATE INDEX plan_conflict_plan ON public.plan_conflict USING btree (provider_id, plan_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on plan_conflict to yhdessa_app;

create table plan_removal (
  provider_id uuid not null,
  plan_id uuid not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  told_done_at timestamp with time zone,
  told_done_by uuid,
  checked_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  constraint plan_removal_pkey PRIMARY KEY (provider_id, plan_id),
  constraint plan_removal_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id)
);
CREATE INDEX plan_removal_open ON public.plan_removal USING btree (provider_id, asked_at, plan_id) WHERE ((told_done_at IS NULL) AND (confirmed_at IS NULL));
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on plan_removal to yhdessa_app;

create table plan_source (
  provider_id uuid not null,
  plan_id uuid not null,
  source text not null,
  body jsonb,
  received_at timestamp with time zone not null,
  version integer,
  constraint plan_source_pkey PRIMARY KEY (provider_id, plan_id, source),
  constraint plan_source_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id),
  constraint plan_source_check CHECK (((version IS NULL) <> (body IS NULL)))
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on plan_source to yhdessa_app;

create table plan_version (
  provider_id uuid not null,
  plan_id uuid not null,
  version integer not null,
  saved_at timestamp with time zone not null,
  author_kind text not null,
  author_id uuid,
  source text not null,
  reason text,
  changes jsonb not null,
  body jsonb not null,
  unknown_members jsonb,
  constraint plan_version_pkey PRIMARY KEY (provider_id, plan_id, version),
  constraint plan_version_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant insert, select on plan_version to yhdessa_app;

create table proposal (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  plan_id uuid not null,
  plan_version integer not null,
  kind text not null,
  about text not null,
  message text not null,
  wish jsonb,
  state text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  answer_by date not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  constraint proposal_pkey PRIMARY KEY (provider_id, id),
  constraint proposal_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id),
  constraint proposal_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX proposal_open ON public.proposal USING btree (provider_id, state, answer_by);
CREATE INDEX proposal_plan ON public.proposal USING btree (provider_id, plan_id);
CREATE INDEX proposal_student ON public.proposal USING btree (provider_id, student_id, made_at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on proposal to yhdessa_app;

create table protection_reveal (
  provider_id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  held_on date not null,
  revealed_at timestamp with time zone not null,
  constraint protection_reveal_pkey PRIMARY KEY (provider_id, student_id, person_id),
  constraint protection_reveal_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on protection_reveal to yhdessa_app;

create table provider (
  id uuid not null,
  oid text not null,
  business_id text,
  name_fi text not null,
  name_sv text,
  name_en text,
  language text not null,
  created_at timestamp with time zone default now() not null,
  kind text default 'provider'::text not null,
  group_roles_version integer default 0 not null,
  protection_version integer default 0 not null,
  constraint provider_oid_key UNIQUE (oid),
  constraint provider_pkey PRIMARY KEY (id),
  constraint provider_kind_check CHECK ((kind = ANY (ARRAY['provider'::text, 'installation'::text]))),
  constraint provider_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
);
grant delete, insert, select, update on provider to yhdessa_app;

create table provider_setting (
  provider_id uuid not null,
  master jsonb not null,
  national_sender text not null,
  contact_retention_months integer default 3 not null,
  version integer default 1 not null,
  changed_at timestamp with time zone default now() not null,
  retention jsonb default '{}'::jsonb not null,
  approvals jsonb,
  signs jsonb default '{}'::jsonb not null,
  reminders jsonb default '{}'::jsonb not null,
  constraint provider_setting_pkey PRIMARY KEY (provider_id),
  constraint provider_setting_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint provider_setting_contact_retention_months_check CHECK (((contact_retention_months >= 1) AND (contact_retention_months <= 120))),
  constraint provider_setting_national_sender_check CHECK ((national_sender = ANY (ARRAY['register'::text, 'here'::text, 'nobody'::text])))
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on provider_setting to yhdessa_app;

create table qualification (
  diary_number text not null,
  national_id integer not null,
  names jsonb not null,
  valid_from date,
  valid_until date,
  transition_until date,
  body jsonb not null,
  changed_at timestamp with time zone default now() not null,
  constraint qualification_pkey PRIMARY KEY (diary_number, national_id)
);
grant delete, insert, select, update on qualification to yhdessa_app;

create table qualification_text (
  diary_number text not null,
  national_id integer not null,
  key text not null,
  digest bytea not null,
  body json not null,
  constraint qualification_text_pkey PRIMARY KEY (diary_number, national_id, key),
  constraint qualification_text_diary_number_national_id_fkey FOREIGN KEY (diary_number, national_id) REFERENCES qualification(diary_number, national_id)
);
grant delete, insert, select, update on qualification_text to yhdessa_app;

create table qualification_unit (
  diary_number text not null,
  national_id integer not null,
  code_uri text not null,
  body jsonb not null,
  vanished_at timestamp with time zone,
  constraint qualification_unit_pkey PRIMARY KEY (diary_number, national_id, code_uri),
  constraint qualification_unit_diary_number_national_id_fkey FOREIGN KEY (diary_number, national_id) REFERENCES qualification(diary_number, national_id)
);
grant delete, insert, select, update on qualification_unit to yhdessa_app;

create table recognition (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  plan_id uuid not null,
  unit_code text not null,
  subject_area_code text,
  route text,
  state text not null,
  wish text,
  source jsonb,
  assessors jsonb,
  sent_on date,
  reason text,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  decided_at timestamp with time zone,
  decided_by uuid,
  plan_version integer,
  version integer default 1 not null,
  constraint recognition_pkey PRIMARY KEY (provider_id, id),
  constraint recognition_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id),
  constraint recognition_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id),
  constraint recognition_route_check CHECK ((route = ANY (ARRAY['direct'::text, 'assessors'::text, 'demonstration'::text]))),
  constraint recognition_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'with-assessors'::text, 'recognised'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX recognition_plan ON public.recognition USING btree (provider_id, plan_id);
CREATE INDEX recognition_state ON public.recognition USING btree (provider_id, state, asked_at);
CREATE INDEX recognition_student ON public.recognition USING btree (provider_id, student_id);
CREATE INDEX recognition_waiting ON public.recognition USING btree (provider_id, asked_at, id) WHERE (state = ANY (ARRAY['asked'::text, 'with-assessors'::text]));
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on recognition to yhdessa_app;

create table recognition_evidence (
  provider_id uuid not null,
  recognition_id uuid not null,
  evidence_id uuid not null,
  constraint recognition_evidence_pkey PRIMARY KEY (provider_id, recognition_id, evidence_id),
  constraint recognition_evidence_provider_id_evidence_id_fkey FOREIGN KEY (provider_id, evidence_id) REFERENCES evidence(provider_id, id) ON DELETE CASCADE,
  constraint recognition_evidence_provider_id_recognition_id_fkey FOREIGN KEY (provider_id, recognition_id) REFERENCES recognition(provider_id, id) ON DELETE CASCADE
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on recognition_evidence to yhdessa_app;

create table reference_revision (
  one boolean default true not null,
  revision integer not null,
  constraint reference_revision_pkey PRIMARY KEY (one),
  constraint reference_revision_one_check CHECK (one)
);
grant delete, insert, select, update on reference_revision to yhdessa_app;

create table register_setting (
  provider_id uuid not null,
  register text not null,
  address text not null,
  username text,
  sealed_secret text,
  schedule text default 'off'::text not null,
  hour smallint default 3 not null,
  weekday smallint default 1 not null,
  next_due_at timestamp with time zone,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint register_setting_pkey PRIMARY KEY (provider_id, register),
  constraint register_setting_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint register_setting_hour_check CHECK (((hour >= 0) AND (hour <= 23))),
  constraint register_setting_register_check CHECK ((register = ANY (ARRAY['eperusteet'::text, 'koodisto'::text, 'organisaatio'::text, 'koski'::text, 'ehoks'::text]))),
  constraint register_setting_schedule_check CHECK ((schedule = ANY (ARRAY['off'::text, 'hourly'::text, 'daily'::text, 'weekly'::text]))),
  constraint register_setting_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on register_setting to yhdessa_app;

create table retention_run (
  provider_id uuid not null,
  id uuid not null,
  kind text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  settings jsonb not null,
  counts jsonb default '{}'::jsonb not null,
  failure text,
  constraint retention_run_pkey PRIMARY KEY (provider_id, id),
  constraint retention_run_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id)
);
CREATE INDEX retention_run_newest ON public.retention_run USING btree (provider_id, started_at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on retention_run to yhdessa_app;

create table saved_view (
  provider_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  query jsonb not null,
  created_at timestamp with time zone not null,
  constraint saved_view_provider_id_person_id_name_key UNIQUE (provider_id, person_id, name),
  constraint saved_view_pkey PRIMARY KEY (provider_id, id),
  constraint saved_view_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on saved_view to yhdessa_app;

create table service_ticket (
  provider_id uuid not null,
  secret_hash bytea not null,
  key_id uuid not null,
  kind text not null,
  expires_at timestamp with time zone not null,
  constraint service_ticket_pkey PRIMARY KEY (provider_id, secret_hash),
  constraint service_ticket_provider_id_key_id_fkey FOREIGN KEY (provider_id, key_id) REFERENCES api_key(provider_id, id) ON DELETE CASCADE,
  constraint service_ticket_kind_check CHECK ((kind = ANY (ARRAY['granting'::text, 'service'::text])))
);
CREATE INDEX service_ticket_expiry ON public.service_ticket USING btree (provider_id, expires_at);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on service_ticket to yhdessa_app;

create table session (
  secret_hash bytea not null,
  person_id uuid not null,
  provider_id uuid,
  csrf_token text not null,
  language text not null,
  id_token text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (secret_hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint session_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint session_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);
CREATE INDEX session_person ON public.session USING btree (person_id);
CREATE INDEX session_provider ON public.session USING btree (provider_id);
grant delete, insert, select, update on session to yhdessa_app;

create table share_link (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  plan_id uuid not null,
  parts jsonb not null,
  recipient text not null,
  secret_hash bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint share_link_pkey PRIMARY KEY (provider_id, id),
  constraint share_link_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id),
  constraint share_link_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
CREATE INDEX share_link_plan ON public.share_link USING btree (provider_id, plan_id);
CREATE INDEX share_link_student ON public.share_link USING btree (provider_id, student_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on share_link to yhdessa_app;

create table share_opening (
  provider_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  opened_at timestamp with time zone not null,
  constraint share_opening_pkey PRIMARY KEY (provider_id, id),
  constraint share_opening_provider_id_link_id_fkey FOREIGN KEY (provider_id, link_id) REFERENCES share_link(provider_id, id) ON DELETE CASCADE
);
CREATE INDEX share_opening_link ON public.share_opening USING btree (provider_id, link_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant insert, select on share_opening to yhdessa_app;

create table sign (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  plan_id uuid not null,
  kind text not null,
  about text not null,
  state text not null,
  data jsonb not null,
  noticed_on date not null,
  seen_on date not null,
  over_on date,
  decision text,
  reason text,
  decided_at timestamp with time zone,
  decided_by uuid,
  explanation text,
  explained_at timestamp with time zone,
  explained_by uuid,
  version integer default 1 not null,
  constraint sign_pkey PRIMARY KEY (provider_id, id),
  constraint sign_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id),
  constraint sign_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id),
  constraint sign_decision_check CHECK ((decision = ANY (ARRAY['measure'::text, 'no-need'::text]))),
  constraint sign_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text, 'over'::text])))
);
CREATE INDEX sign_open ON public.sign USING btree (provider_id, state, noticed_on);
CREATE INDEX sign_plan ON public.sign USING btree (provider_id, plan_id, kind);
CREATE INDEX sign_student ON public.sign USING btree (provider_id, student_id);
CREATE UNIQUE INDEX sign_standing ON public.sign USING btree (provider_id, plan_id, kind, about) WHERE (state <> 'over'::text);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on sign to yhdessa_app;

create table staff_member (
  provider_id uuid not null,
  id uuid not null,
  staff_number text not null,
  given_names text,
  family_name text,
  email text,
  language text,
  sort_name text default ''::text not null,
  person_id uuid,
  changed_at timestamp with time zone not null,
  vanished_at timestamp with time zone,
  constraint staff_member_provider_id_staff_number_key UNIQUE (provider_id, staff_number),
  constraint staff_member_pkey PRIMARY KEY (provider_id, id),
  constraint staff_member_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint staff_member_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
);
CREATE INDEX staff_member_person ON public.staff_member USING btree (provider_id, person_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on staff_member to yhdessa_app;

create table statement (
  provider_id uuid not null,
  kind text not null,
  version integer not null,
  published_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  published_version integer,
  constraint statement_pkey PRIMARY KEY (provider_id, kind),
  constraint statement_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint statement_kind_check CHECK ((kind = ANY (ARRAY['accessibility'::text, 'privacy'::text, 'processing'::text])))
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on statement to yhdessa_app;

create table statement_version (
  provider_id uuid not null,
  kind text not null,
  version integer not null,
  body jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint statement_version_pkey PRIMARY KEY (provider_id, kind, version),
  constraint statement_version_provider_id_kind_fkey FOREIGN KEY (provider_id, kind) REFERENCES statement(provider_id, kind)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant insert, select on statement_version to yhdessa_app;

create table stored_file (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  digest bytea not null,
  stored_at timestamp with time zone not null,
  stored_by uuid,
  erased_at timestamp with time zone,
  constraint stored_file_pkey PRIMARY KEY (provider_id, id),
  constraint stored_file_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
CREATE INDEX stored_file_student ON public.stored_file USING btree (provider_id, student_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on stored_file to yhdessa_app;

create table student (
  provider_id uuid not null,
  id uuid not null,
  student_oid text not null,
  given_names text,
  called_name text,
  family_name text,
  birth_date date,
  group_code text,
  language text,
  sort_name text default ''::text not null,
  created_at timestamp with time zone default now() not null,
  changed_at timestamp with time zone default now() not null,
  erased_at timestamp with time zone,
  protected boolean default false not null,
  student_number text,
  teacher_id uuid,
  vanished_at timestamp with time zone,
  told_group text,
  told_teacher text,
  told_at timestamp with time zone,
  protected_here boolean default false not null,
  constraint student_provider_id_student_oid_key UNIQUE (provider_id, student_oid),
  constraint student_pkey PRIMARY KEY (provider_id, id),
  constraint student_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES provider(id),
  constraint student_provider_id_teacher_id_fkey FOREIGN KEY (provider_id, teacher_id) REFERENCES staff_member(provider_id, id),
  constraint student_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text])))
);
CREATE INDEX student_group_fi ON public.student USING btree (provider_id, group_code, sort_name COLLATE "fi-x-icu", id);
CREATE INDEX student_group_sv ON public.student USING btree (provider_id, group_code, sort_name COLLATE "sv-x-icu", id);
CREATE INDEX student_name_fi ON public.student USING btree (provider_id, sort_name COLLATE "fi-x-icu", id);
CREATE INDEX student_name_sv ON public.student USING btree (provider_id, sort_name COLLATE "sv-x-icu", id);
CREATE INDEX student_teacher_fi ON public.student USING btree (provider_id, teacher_id, sort_name COLLATE "fi-x-icu", id);
CREATE INDEX student_teacher_sv ON public.student USING btree (provider_id, teacher_id, sort_name COLLATE "sv-x-icu", id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on student to yhdessa_app;

create table student_contact (
  provider_id uuid not null,
  student_id uuid not null,
  email text,
  phone text,
  street text,
  postal_code text,
  city text,
  changed_at timestamp with time zone not null,
  constraint student_contact_pkey PRIMARY KEY (provider_id, student_id),
  constraint student_contact_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on student_contact to yhdessa_app;

create table student_group (
  provider_id uuid not null,
  code text not null,
  name text,
  teacher_id uuid,
  starts_on date,
  ends_on date,
  continues_as text,
  changed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint student_group_pkey PRIMARY KEY (provider_id, code),
  constraint student_group_provider_id_teacher_id_fkey FOREIGN KEY (provider_id, teacher_id) REFERENCES staff_member(provider_id, id)
);
CREATE INDEX student_group_teacher ON public.student_group USING btree (provider_id, teacher_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on student_group to yhdessa_app;

create table student_key (
  provider_id uuid not null,
  key text collate "C" not null,
  student_id uuid not null,
  constraint student_key_pkey PRIMARY KEY (provider_id, key, student_id),
  constraint student_key_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
CREATE INDEX student_key_student ON public.student_key USING btree (provider_id, student_id);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on student_key to yhdessa_app;

create table study_right (
  provider_id uuid not null,
  oid text not null,
  student_id uuid not null,
  body jsonb not null,
  diary_number text,
  starts_on date,
  estimated_end_on date,
  source text not null,
  changed_at timestamp with time zone default now() not null,
  present_state text,
  state_from date,
  vanished_at timestamp with time zone,
  details jsonb default '{}'::jsonb not null,
  confidential jsonb default '{}'::jsonb not null,
  state_changes_on date,
  constraint study_right_pkey PRIMARY KEY (provider_id, oid),
  constraint study_right_provider_id_student_id_fkey FOREIGN KEY (provider_id, student_id) REFERENCES student(provider_id, id)
);
CREATE INDEX study_right_changes ON public.study_right USING btree (provider_id, state_changes_on);
CREATE INDEX study_right_qualification ON public.study_right USING btree (provider_id, diary_number, student_id);
CREATE INDEX study_right_state ON public.study_right USING btree (provider_id, present_state, student_id);
CREATE INDEX study_right_student ON public.study_right USING btree (provider_id, student_id);
CREATE INDEX study_right_studying ON public.study_right USING btree (provider_id, oid) INCLUDE (student_id, starts_on) WHERE ((present_state = 'lasna'::text) AND (vanished_at IS NULL));
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on study_right to yhdessa_app;

create table support_period (
  provider_id uuid not null,
  plan_id uuid not null,
  pointer text not null,
  kind_code text not null,
  starts_on date,
  ends_on date,
  constraint support_period_pkey PRIMARY KEY (provider_id, plan_id, pointer),
  constraint support_period_provider_id_plan_id_fkey FOREIGN KEY (provider_id, plan_id) REFERENCES plan(provider_id, id)
);
-- row level security, forced; policy fence: all, for public using (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif")) with check (provider_id = ( SELECT (NULLIF(current_setting('app.provider_id'::text, true), ''::text))::uuid AS "nullif"))
grant delete, insert, select, update on support_period to yhdessa_app;

create table template_gift (
  id uuid not null,
  giver_id uuid not null,
  receiver_id uuid,
  template_id uuid not null,
  version integer not null,
  name text not null,
  diary_number text not null,
  competence_area text,
  body jsonb not null,
  given_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint template_gift_pkey PRIMARY KEY (id),
  constraint template_gift_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES provider(id),
  constraint template_gift_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES provider(id)
);
CREATE INDEX template_gift_giver ON public.template_gift USING btree (giver_id, template_id);
CREATE INDEX template_gift_receiver ON public.template_gift USING btree (receiver_id, given_at);
grant delete, insert, select, update on template_gift to yhdessa_app;

CREATE OR REPLACE FUNCTION public.retention_erase_old(run uuid, kind text, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tenant constant uuid := nullif(current_setting('app.provider_id', true), '')::uuid;
  rule constant jsonb := public.retention_rule(run, kind);
  bound constant timestamptz := (rule ->> 'before')::date::timestamp at time zone 'Europe/Helsinki';
  gone integer;
begin
  if kind = 'audit' then
    delete from public.audit_event where provider_id = tenant and id in (
      select e.id from public.audit_event e where e.provider_id = tenant and e.at < bound order by e.id limit most);
  elsif kind = 'deliveries' then
    delete from public.delivery_event where provider_id = tenant and id in (
      select e.id from public.delivery_event e where e.provider_id = tenant and e.at < bound order by e.id limit most);
  else
    raise exception 'No rows of the kind % are erased by their age', kind;
  end if;
  get diagnostics gone = row_count;
  return gone;
end $function$
;

CREATE OR REPLACE FUNCTION public.retention_erase_plan(run uuid, plan uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tenant constant uuid := nullif(current_setting('app.provider_id', true), '')::uuid;
  rule constant jsonb := public.retention_rule(run, 'plans');
  -- The states in which a study right is over, as src/features/study-rights/rules-states.ts tells them.
  ended constant text[] := array['valmistunut', 'hyvaksytystisuoritettu', 'eronnut', 'katsotaaneronneeksi', 'keskeytynyt',
    'paattynyt', 'peruutettu', 'mitatoity'];
  gone record;
  changes uuid[];
begin
  select p.id, p.student_id into gone from public.plan p
    join public.study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
    where p.provider_id = tenant and p.id = retention_erase_plan.plan
      and r.present_state = any (ended)
      and r.state_from < (rule ->> 'before')::date
      and not exists (select from public.delivery d where d.provider_id = tenant and d.plan_id = p.id
        and d.state in ('waiting', 'removal'))
    for update of p;
  if not found then return false; end if;
  insert into public.erasure (provider_id, kind, target_id, run_id, rule, student_id, erased_at)
    values (tenant, 'plans', gone.id, run, rule, gone.student_id, at);
  delete from public.learning_period where provider_id = tenant and plan_id = gone.id;
  delete from public.demonstration where provider_id = tenant and plan_id = gone.id;
  delete from public.support_period where provider_id = tenant and plan_id = gone.id;
  delete from public.plan_conflict where provider_id = tenant and plan_id = gone.id;
  delete from public.plan_source where provider_id = tenant and plan_id = gone.id;
  delete from public.contact where provider_id = tenant and plan_id = gone.id;
  delete from public.plan_removal where provider_id = tenant and plan_id = gone.id;
  delete from public.delivery_event where provider_id = tenant and plan_id = gone.id;
  delete from public.delivery where provider_id = tenant and plan_id = gone.id;
  select array_agg(c.change_id) into changes from public.bulk_change_plan c
    where c.provider_id = tenant and c.plan_id = gone.id;
  -- In one order: two that erase plans of one change wait for each other, and the later one sees that none is left.
  perform from public.bulk_change b where b.provider_id = tenant and b.id = any (changes) order by b.id for update;
  delete from public.bulk_change_plan where provider_id = tenant and plan_id = gone.id;
  -- With the last of its plans go the words of a change: they may tell of somebody.
  delete from public.bulk_change b where b.provider_id = tenant and b.id = any (changes)
    and not exists (select from public.bulk_change_plan c where c.provider_id = tenant and c.change_id = b.id);
  delete from public.recognition where provider_id = tenant and plan_id = gone.id;
  delete from public.proposal where provider_id = tenant and plan_id = gone.id;
  delete from public.share_opening where provider_id = tenant and link_id in (
    select l.id from public.share_link l where l.provider_id = tenant and l.plan_id = gone.id);
  delete from public.share_link where provider_id = tenant and plan_id = gone.id;
  delete from public.approval where provider_id = tenant and plan_id = gone.id;
  delete from public.approval_event where provider_id = tenant and plan_id = gone.id;
  update public.measure set sign_id = null where provider_id = tenant and sign_id in (
    select s.id from public.sign s where s.provider_id = tenant and s.plan_id = gone.id);
  delete from public.sign where provider_id = tenant and plan_id = gone.id;
  delete from public.plan_version where provider_id = tenant and plan_id = gone.id;
  delete from public.plan where provider_id = tenant and id = gone.id;
  return true;
end $function$
;

CREATE OR REPLACE FUNCTION public.retention_rule(run uuid, kind text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tenant constant uuid := nullif(current_setting('app.provider_id', true), '')::uuid;
  rule jsonb;
begin
  select jsonb_build_object(
      'months', s.retention -> retention_rule.kind -> 'months',
      'source', coalesce(s.retention -> retention_rule.kind -> 'source', '""'::jsonb),
      -- The real day, also where a demo has moved its own.
      'before', least((r.settings -> retention_rule.kind ->> 'before')::date, ((now() at time zone 'Europe/Helsinki')::date
        - make_interval(months => (s.retention -> retention_rule.kind ->> 'months')::integer))::date))
    into rule from public.retention_run r
    join public.provider_setting s on s.provider_id = r.provider_id
      and s.retention -> retention_rule.kind ->> 'months' = r.settings -> retention_rule.kind ->> 'months'
      and (s.retention -> retention_rule.kind ->> 'months')::integer > 0
    where r.provider_id = tenant and r.id = run and r.finished_at is null;
  if rule is null then
    raise exception 'No unfinished run of retention % names a rule for % that the provider has', run, kind;
  end if;
  return rule;
end $function$
;
