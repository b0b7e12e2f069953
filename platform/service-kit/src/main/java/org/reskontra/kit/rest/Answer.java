package org.reskontra.kit.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a command is answered with.
 *
 * @param location path of the resource, for {@code Location}
 * @param version of the resource, for {@code ETag}
 */
public record Answer(
        int status,
        Object body,
        @Nullable String location,
        @Nullable Long version) {

    public static Answer created(String location, Object body, @Nullable Long version) {
        return new Answer(201, body, location, version);
    }

    public static Answer ok(Object body, @Nullable Long version) {
        return new Answer(200, body, null, version);
    }

    /** 202: the work goes on; {@code location} is the job to ask. */
    public static Answer accepted(String location, Object body) {
        return new Answer(202, body, location, null);
    }

    Response toResponse() {
        return respond(status, body, MediaType.APPLICATION_JSON, location, version);
    }

    static Response respond(int status, Object body, String type, @Nullable String location, @Nullable Long version) {
        var response = Response.status(status).entity(body).type(type);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (version != null) {
            response.tag(new EntityTag(Long.toString(version)));
        }
        return response.build();
    }
}
