-- Cases that go on because money was taken back. Nothing was released before: there are no cases to carry over.

alter table dunning_case
    add column due_date_passed boolean not null,
    add column handed_over_on  date,
    add column resumed_on      date,
    add check (handed_over_on is null or state = 'ENDED');
comment on column dunning_case.due_date_passed is 'Whether the ledger has said so; of an ended case: by its end.';
comment on column dunning_case.handed_over_on is 'Of an ended case: the day of a hand-over that was for nothing.';
comment on column dunning_case.resumed_on is 'The last day on which money of the ended case was known to be taken back; no wait starts before it.';
