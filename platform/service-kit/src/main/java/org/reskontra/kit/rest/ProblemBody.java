package org.reskontra.kit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** RFC 9457 problem details. */
@Schema(name = "Problem", description = "RFC 9457 problem details; errors[] points at the fields at fault")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        @Schema(examples = "urn:reskontra:problem:invalid-request")
        String type,

        String title,
        int status,
        @Nullable String detail,
        List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemBody of(int status, String code, String title, @Nullable String detail) {
        return new ProblemBody("urn:reskontra:problem:" + code, title, status, detail, List.of());
    }
}
