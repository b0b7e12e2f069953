package org.reskontra.benchmarks.cases;

import java.sql.Connection;
import org.reskontra.benchmarks.Stand;

/** What rows of the outbox looked like: the relay takes them as soon as they are there. */
final class News {

    /** Where they are kept. */
    static final String KEPT = "raw.news";

    private News() {}

    /** Runs work and keeps the rows that it writes to the outbox. */
    static void keep(Connection connection, Runnable work) {
        Stand.run(connection, """
                create schema if not exists raw;
                create table if not exists raw.news (like public.outbox);
                create or replace function raw.keep_news() returns trigger language plpgsql security definer as
                $$ begin insert into raw.news select new.*; return null; end $$;
                create or replace trigger keep_news after insert on public.outbox
                    for each row execute function raw.keep_news()""");
        work.run();
        Stand.run(connection, "drop trigger keep_news on outbox");
    }
}
