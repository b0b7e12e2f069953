-- What a claim was told and what is posted because of it, in the order of the days it counts for, so that news that
-- comes late can be counted from its day. Nothing was released before: there are no claims to carry over.

alter table invoice
    add column history jsonb not null,
    drop column interest_through,
    drop column principal_changes,
    drop column reminders_charged;
comment on column invoice.history is 'Fees, posted interest and payments of the claim; see claims/History.';
