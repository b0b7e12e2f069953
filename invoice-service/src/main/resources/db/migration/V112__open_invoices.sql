-- Open invoices by due date have an index of their own. In a book that is mostly open the index of all due dates cost
-- the same by the planner's reckoning, and the sweep passed every invoice of former days to find today's.

drop index invoice_in_state;
create index invoice_open on invoice (tenant_id, due_date, id) where state = 'OPEN';
create index invoice_past_open on invoice (tenant_id, state, due_date, id) where state <> 'OPEN';
