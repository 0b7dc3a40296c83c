-- Readers are told of a comment on their own list until they have had it before them. It goes with the comment.
alter table comment add column opened_by uuid[] not null default '{}';
create index comment_written on comment (provider_id, written_at) where removed_at is null;
comment on column comment.opened_by is 'People among the readers on whose screen it has been.';
