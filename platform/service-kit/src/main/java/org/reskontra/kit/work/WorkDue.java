package org.reskontra.kit.work;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reskontra.kit.db.Tx;

/** Asks which works have something due. */
@ApplicationScoped
public class WorkDue {

    private final Question any;
    private final Question inTurn;
    private final Question aside;

    WorkDue(@All List<DueWork> works) {
        any = new Question(works);
        inTurn = new Question(works.stream().filter(work -> !work.isAside()).toList());
        aside = new Question(works.stream().filter(DueWork::isAside).toList());
    }

    /** Whether there is any work of that kind in this service. */
    boolean isNeverAny(boolean workAside) {
        return question(workAside).works().isEmpty();
    }

    /** The works that have something due for the tenant, in their order. */
    public Uni<List<DueWork>> of(Tx tx) {
        return any.ask(tx);
    }

    /** Those of them that run aside, or those that take turns. */
    Uni<List<DueWork>> of(Tx tx, boolean workAside) {
        return question(workAside).ask(tx);
    }

    private Question question(boolean workAside) {
        return workAside ? aside : inTurn;
    }

    private record Question(List<DueWork> works, String sql) {

        Question(List<DueWork> works) {
            this(
                    works,
                    works.stream()
                            .map(work -> "cast((" + work.due() + ") as integer)")
                            .collect(Collectors.joining(", ", "select concat(", ")")));
        }

        Uni<List<DueWork>> ask(Tx tx) {
            if (works.isEmpty()) {
                return Uni.createFrom().item(List.of());
            }
            var asked = tx.session().createNativeQuery(sql, String.class);
            var facts = Map.of("tenant", tx.tenantId().value(), "today", tx.today());
            facts.forEach((name, value) -> {
                if (sql.contains(":" + name)) {
                    asked.setParameter(name, value);
                }
            });
            return asked.getSingleResult().map(this::marked);
        }

        private List<DueWork> marked(String answers) {
            var due = new ArrayList<DueWork>();
            for (int i = 0; i < works.size(); i++) {
                if (answers.charAt(i) == '1') {
                    due.add(works.get(i));
                }
            }
            return due;
        }
    }
}
