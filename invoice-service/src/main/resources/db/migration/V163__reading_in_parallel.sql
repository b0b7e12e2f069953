-- Behind the tenant's wall a large book may be read by several processes: what the wall asks is known to all of them.
alter function current_tenant() parallel safe;
