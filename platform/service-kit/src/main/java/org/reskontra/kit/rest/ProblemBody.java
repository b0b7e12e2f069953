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
    static final String TYPE = "urn:reskontra:problem:";

    static ProblemBody of(int status, String code, String title, @Nullable String detail) {
        return new ProblemBody(TYPE + code, title, status, detail, List.of());
    }

    /** Which rule it was, in kebab case: the last part of the type. */
    public String code() {
        return type.substring(TYPE.length());
    }

    /** In one sentence, for a list of problems. */
    public String reason() {
        if (!errors.isEmpty()) {
            return errors.getFirst().pointer() + ": " + errors.getFirst().detail();
        }
        return detail == null ? title : detail;
    }
}
