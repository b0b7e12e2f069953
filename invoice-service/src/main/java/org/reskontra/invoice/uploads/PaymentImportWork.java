package org.reskontra.invoice.uploads;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.payments.PaymentIntake;
import org.reskontra.invoice.payments.PaymentIntake.Outcome;
import org.reskontra.invoice.uploads.ImportStore.Chunk;
import org.reskontra.invoice.uploads.ImportStore.Kind;
import org.reskontra.invoice.uploads.ImportStore.Rejection;
import org.reskontra.invoice.uploads.PaymentReader.Said;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.work.DueWork;

/** Books the payments of files. */
@ApplicationScoped
@Priority(25)
class PaymentImportWork implements DueWork {

    private final ImportRun imports;
    private final PaymentReader reader;
    private final PaymentIntake intake;

    PaymentImportWork(ImportRun imports, PaymentReader reader, PaymentIntake intake) {
        this.imports = imports;
        this.reader = reader;
        this.intake = intake;
    }

    @Override
    public String name() {
        return "payment-imports";
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return imports.next(tenant, Kind.PAYMENTS, this::takeIn);
    }

    @Override
    public String due() {
        return ImportStore.underWay(Kind.PAYMENTS);
    }

    private Uni<List<Rejection>> takeIn(Tx tx, Chunk chunk) {
        var paid = new ArrayList<Said.Paid>();
        var rejections = new ArrayList<Rejection>();
        for (var line : chunk.lines()) {
            switch (reader.read(line)) {
                case Said.Paid one -> paid.add(one);
                case Said.Unreadable(var rejection) -> rejections.add(rejection);
            }
        }
        return intake.take(tx, paid.stream().map(Said.Paid::payment).toList()).map(outcomes -> {
            for (int i = 0; i < paid.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Refused(var why)) {
                    var line = paid.get(i);
                    rejections.add(new Rejection(
                            line.line(),
                            line.payment().reference(),
                            why.body().code(),
                            why.body().reason()));
                }
            }
            return rejections;
        });
    }
}
