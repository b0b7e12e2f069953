package org.reskontra.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.reskontra.kit.db.UnknownTenant;
import org.reskontra.kit.events.Trouble;

/** Every error leaves as {@code application/problem+json}. */
public class ProblemMappers {

    /** Seconds after which a caller that was one too many may try again. */
    static final String OVERLOADED_RETRY_AFTER = "1";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        var answer = answer(problem.body());
        return problem.body().status() == 503
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, OVERLOADED_RETRY_AFTER)
                        .build()
                : answer;
    }

    @ServerExceptionMapper
    public Response unknownTenant(UnknownTenant unknown) {
        return answer(ProblemBody.of(
                404, "tenant-not-found", "No such tenant", "The token's tenant is not known here, or not yet."));
    }

    @ServerExceptionMapper
    public Response stale(StaleStateException stale) {
        return answer(Problem.preconditionFailed().body());
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException missing) {
        return unauthorized();
    }

    @ServerExceptionMapper
    public Response unauthorized(AuthenticationFailedException failed) {
        return unauthorized();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return answer(ProblemBody.of(403, "role-missing", "Not allowed", "The token's roles do not allow this call."));
    }

    @ServerExceptionMapper({ResteasyReactiveViolationException.class, ConstraintViolationException.class})
    public Response violations(ConstraintViolationException violations) {
        return answer(Problem.invalid(violations.getConstraintViolations().stream()
                        .map(violation -> new FieldError(
                                pointer(violation.getPropertyPath()),
                                code(violation
                                        .getConstraintDescriptor()
                                        .getAnnotation()
                                        .annotationType()
                                        .getSimpleName()),
                                violation.getMessage()))
                        .sorted(Comparator.comparing(FieldError::pointer))
                        .toList())
                .body());
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
    public Response unreadable(JsonProcessingException unreadable) {
        return answer(Problem.invalid(List.of(fieldError(unreadable))).body());
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        var status = failure.getResponse().getStatusInfo();
        var answer = answer(ProblemBody.of(
                status.getStatusCode(),
                status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
                status.getReasonPhrase(),
                null));
        var allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response anything(Throwable failure) {
        if (Trouble.passes(failure)) {
            LOG.warnf("answered 503: %s", failure.toString());
            return Response.fromResponse(answer(ProblemBody.of(
                            503, "try-again", "Try again shortly", "Something this service needs is away.")))
                    .header(HttpHeaders.RETRY_AFTER, 2)
                    .build();
        }
        LOG.error("answered 500", failure);
        return answer(ProblemBody.of(500, "internal-error", "Something is broken here", "It has been logged."));
    }

    static Response answer(ProblemBody body) {
        return Response.status(body.status())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(body)
                .build();
    }

    private static Response unauthorized() {
        return Response.fromResponse(answer(ProblemBody.of(
                        401, "token-missing", "Not authenticated", "Send a valid bearer token of this platform.")))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static FieldError fieldError(JsonProcessingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return new FieldError(
                    pointer(unknown), "unknown-field", "There is no field '" + unknown.getPropertyName() + "' here.");
        }
        if (unreadable instanceof JsonMappingException mapping) {
            var cause = mapping.getCause();
            var detail = cause instanceof IllegalArgumentException ? cause.getMessage() : mapping.getOriginalMessage();
            return new FieldError(pointer(mapping), "unreadable-value", detail);
        }
        return new FieldError("", "not-json", unreadable.getOriginalMessage());
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    /** {@code issue.body.lines[0].quantity} is {@code /lines/0/quantity}; a parameter is its own name. */
    private static String pointer(Path path) {
        var nodes = StreamSupport.stream(path.spliterator(), false).skip(1).toList();
        if (nodes.size() == 1) {
            return nodes.getFirst().getName();
        }
        return nodes.stream()
                .skip(1)
                .map(node -> (node.getIndex() == null ? "" : "/" + node.getIndex())
                        + (node.getName() == null ? "" : "/" + node.getName()))
                .collect(Collectors.joining());
    }

    private static String code(String annotation) {
        return annotation.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
