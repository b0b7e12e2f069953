package org.reskontra.collection.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.process.Stage;

/** A case as it stands. */
@Entity
@Table(name = "collection_case")
class CaseRow {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "invoice_id")
    UUID invoiceId;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "version")
    long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage")
    Stage stage;

    @Nullable
    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "state")
    String state;
}
