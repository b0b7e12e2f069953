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

    private final List<DueWork> works;
    private final String question;

    WorkDue(@All List<DueWork> works) {
        this.works = works;
        question = works.stream()
                .map(work -> "cast((" + work.due() + ") as integer)")
                .collect(Collectors.joining(", ", "select concat(", ")"));
    }

    /** Whether this service has any due work at all. */
    public boolean isNeverAny() {
        return works.isEmpty();
    }

    /** The works that have something due for the tenant, in their order. */
    public Uni<List<DueWork>> of(Tx tx) {
        if (works.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var asked = tx.session().createNativeQuery(question, String.class);
        var facts = Map.of("tenant", tx.tenantId().value(), "today", tx.today());
        facts.forEach((name, value) -> {
            if (question.contains(":" + name)) {
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
