package org.reskontra.invoice.uploads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.uploads.ImportStore.Job;
import org.reskontra.invoice.uploads.ImportStore.Rejection;

/** How far a file has come. */
@Schema(name = "FileImport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        UUID id,
        Format format,
        ImportStore.State state,

        @Schema(description = "Invoices or payments in the file")
        int total,

        @Schema(description = "How many of them have been looked at")
        int done,

        int rejected,

        @Schema(description = "Every rejected line, with its number in the file and the reason")
        List<Rejection> report,

        @Nullable @Schema(description = "For a FAILED import: what went wrong")
        String failure) {

    static ImportView of(Job job, List<Rejection> report) {
        return new ImportView(
                job.id(), job.format(), job.state(), job.total(), job.done(), job.rejected(), report, job.failure());
    }
}
