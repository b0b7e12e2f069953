package org.reskontra.kit.rest;

import java.util.List;
import org.reskontra.contracts.Identifier;

/** A request that is answered with an RFC 9457 problem. Thrown at the edge only; the cores answer with values. */
public class Problem extends RuntimeException {

    private final transient ProblemBody body;

    private Problem(ProblemBody body) {
        super(body.title() + ": " + body.detail(), null, false, false);
        this.body = body;
    }

    public ProblemBody body() {
        return body;
    }

    /** 400: the request is malformed; {@code errors} points at what is wrong. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(new ProblemBody(
                ProblemBody.TYPE + "invalid-request",
                "The request is not valid",
                400,
                errors.isEmpty() ? null : errors.getFirst().detail(),
                errors));
    }

    /** 400 for one field. */
    public static Problem invalid(String pointer, String code, String detail) {
        return invalid(List.of(new FieldError(pointer, code, detail)));
    }

    /** 403. */
    public static Problem forbidden(String code, String title, String detail) {
        return new Problem(ProblemBody.of(403, code, title, detail));
    }

    /** 404, also for what belongs to another tenant. */
    public static Problem notFound(String what, Identifier id) {
        return new Problem(
                ProblemBody.of(404, what + "-not-found", "No such " + what, "There is no " + what + " " + id));
    }

    /** 404 for what is known by something else than an id of ours. */
    public static Problem notFound(String code, String title, String detail) {
        return new Problem(ProblemBody.of(404, code, title, detail));
    }

    /** 409: the state does not allow it. */
    public static Problem conflict(String code, String title, String detail) {
        return new Problem(ProblemBody.of(409, code, title, detail));
    }

    /** 409 that names the fields that differ. */
    public static Problem conflict(String code, String title, List<FieldError> errors) {
        return new Problem(new ProblemBody(ProblemBody.TYPE + code, title, 409, null, errors));
    }

    /** 422: well-formed, but a rule refuses it. */
    public static Problem refused(String code, String title, String detail) {
        return new Problem(ProblemBody.of(422, code, title, detail));
    }

    /** 422 that names the fields the rule is about. */
    public static Problem refused(String code, String title, List<FieldError> errors) {
        return new Problem(new ProblemBody(
                ProblemBody.TYPE + code,
                title,
                422,
                errors.isEmpty() ? null : errors.getFirst().detail(),
                errors));
    }

    /** 503: more comes than can be done; ask again in a second. */
    static Problem overloaded() {
        return new Problem(ProblemBody.of(
                503, "overloaded", "Too much at once", "More requests wait than can be answered soon: try again."));
    }

    static Problem preconditionRequired() {
        return new Problem(ProblemBody.of(
                428, "if-match-required", "If-Match is required", "Send the ETag of the version you are changing."));
    }

    static Problem preconditionFailed() {
        return new Problem(ProblemBody.of(
                412, "stale-version", "The version is stale", "It has been changed since: read it again."));
    }
}
